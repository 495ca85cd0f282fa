#!/usr/bin/env node
console.log('shebang skipped', require('./bom'));
