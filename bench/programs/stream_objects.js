// 1 M objects through a Transform.
'use strict';

const { Readable, Transform, Writable, pipeline } = require('stream');

let id = 0;
pipeline(
  new Readable({ objectMode: true, read() { this.push(id < 1e6 ? { id: id++ } : null); } }),
  new Transform({ objectMode: true, transform(item, encoding, callback) { callback(null, { id: item.id * 2 }); } }),
  new Writable({ objectMode: true, write(item, encoding, callback) { callback(); } }),
  (error) => console.log(error ? error.message : 'done'),
);
