'use strict';

const zlib = require('zlib');
const stream = zlib.createGunzip();
stream.on('data', () => console.log('data'));
stream.on('error', (e) => console.log('error', e.message));
stream.on('close', () => console.log('close', stream.bytesWritten));
stream.write('broken in the meantime', (e) => console.log('written', e.message));
stream.destroy(new Error('enough'));
const reading = zlib.createGunzip();
reading.on('data', (d) => {
  console.log('read', d.length);
  reading.destroy();
});
reading.on('end', () => console.log('end'));
setTimeout(() => reading.end(zlib.gzipSync(Buffer.alloc(100000)), (e) => console.log('ended', e && e.code)), 10);
