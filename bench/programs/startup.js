'use strict';
console.log('ready');
