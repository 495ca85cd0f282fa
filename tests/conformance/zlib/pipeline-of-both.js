'use strict';

const zlib = require('zlib');
const { pipeline, Readable, Writable } = require('stream');
function* lines() {
  for (let i = 0; i < 3000; i++) yield `line ${i}\n`;
}
let length = 0;
let last;
const sink = new Writable({
  write(chunk, encoding, callback) {
    length += chunk.length;
    last = chunk;
    setImmediate(callback);
  },
});
pipeline(Readable.from(lines()), zlib.createGzip(), zlib.createGunzip(), sink, (error) => {
  console.log(error, length, JSON.stringify(last.toString().slice(-10)));
});
