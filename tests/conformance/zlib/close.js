'use strict';

const zlib = require('zlib');
const stream = zlib.createGzip();
stream.on('data', () => console.log('data'));
stream.on('end', () => console.log('end'));
stream.on('error', (e) => console.log('error', e.code));
stream.on('close', () => console.log('close'));
stream.write('text', (e) => console.log('written', e));
stream.close(() => console.log('close callback', stream.destroyed, stream._closed));
stream.close();
console.log(stream.destroyed);
process.nextTick(() => console.log('tick'));
