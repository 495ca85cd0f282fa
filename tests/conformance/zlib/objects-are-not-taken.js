'use strict';

const zlib = require('zlib');
const stream = zlib.createGunzip({ objectMode: true, encoding: 'utf8' });
console.log(stream.readableObjectMode, stream.writableObjectMode, stream.readableEncoding);
try { stream.write({ not: 'bytes' }); } catch (e) { console.log(e.code, e.message); }
try { stream.write(5); } catch (e) { console.log(e.code); }
try { stream.write(null); } catch (e) { console.log(e.code); }
const readable = zlib.createGunzip({ readableObjectMode: true });
console.log(readable.readableObjectMode, readable.readableHighWaterMark, readable.writableHighWaterMark);
readable.on('data', (d) => console.log(d));
readable.end(zlib.gzipSync('x'));
