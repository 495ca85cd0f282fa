import fs from 'node:fs';

const path = require('path');
console.log(path.join(fs.realpathSync('.'), 'unreachable'));
