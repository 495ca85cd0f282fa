// 1 GiB through read → transform → write, in chunks of 64 KiB.
'use strict';

const { Readable, Transform, Writable, pipeline } = require('stream');

const chunk = Buffer.alloc(64 * 1024, 'x');
let left = 1024 * 1024 * 1024 / chunk.length;
pipeline(
  new Readable({ read() { this.push(left-- > 0 ? chunk.subarray() : null); } }),
  new Transform({ transform(data, encoding, callback) { callback(null, data); } }),
  new Writable({ write(data, encoding, callback) { callback(); } }),
  (error) => console.log(error ? error.message : 'done'),
);
