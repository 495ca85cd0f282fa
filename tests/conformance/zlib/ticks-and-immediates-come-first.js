'use strict';

// Ten megabytes take a thread of the pool long enough for everything that is ready now.
const zlib = require('zlib');
const data = Buffer.alloc(1e7, 'what is to be compressed, with 1,2,3 numbers and 4,5,6 more');
zlib.gzip(data, () => console.log('gzip'));
setImmediate(() => console.log('immediate'));
setTimeout(() => console.log('timeout'), 1);
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('job'));
console.log(zlib.gunzipSync(zlib.gzipSync('sync')).toString());
