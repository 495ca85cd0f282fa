'use strict';

// What packages that work synchronously on streams call.
const zlib = require('zlib');
const { Z_FINISH, Z_SYNC_FLUSH } = zlib.constants;
console.log(zlib.inflateSync(zlib.createDeflate()._processChunk(Buffer.from('abc'), Z_FINISH)).toString());
const stream = zlib.createInflateRaw();
const handle = stream._handle;
const { close } = handle;
handle.close = () => {};
const packed = zlib.deflateRawSync('kept open');
console.log(stream._processChunk(packed.subarray(0, 4), Z_SYNC_FLUSH).toString(), stream._handle);
stream._handle = handle;
console.log(stream._processChunk(packed.subarray(4), Z_FINISH).toString());
handle.close = close;
const bad = zlib.createGunzip();
bad.on('error', (e) => console.log('error', e.code));
bad.on('close', () => console.log('close'));
try { bad._processChunk(Buffer.from('nonsense'), Z_FINISH); } catch (e) { console.log('thrown', e.code); }
