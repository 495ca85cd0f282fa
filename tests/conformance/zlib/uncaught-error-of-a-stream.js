'use strict';

const zlib = require('zlib');
process.on('uncaughtException', (error, origin) => console.log(origin, error.message, error.code));
zlib.createUnzip().end('nonsense', () => console.log('never'));
process.on('exit', (code) => console.log('exit', code));
