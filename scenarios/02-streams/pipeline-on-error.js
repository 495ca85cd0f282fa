// @title  pipeline() when something fails
// @lesson The same three streams: pipeline() destroys all of them when one fails, and tells you once.

const { Readable, Transform, Writable, pipeline } = require('stream');

const source = new Readable({
  highWaterMark: 16,
  read() {
    this.push('0123456789abcdef');
  },
});
const fragile = new Transform({
  transform(chunk, encoding, callback) {
    this.count = (this.count ?? 0) + 1;
    callback(this.count === 3 ? new Error('the third chunk is bad') : null, chunk);
  },
});
const destination = new Writable({
  write(chunk, encoding, callback) {
    callback();
  },
});

pipeline(source, fragile, destination, (error) => {
  console.log(error ? `failed: ${error.message}` : 'done');
});

setTimeout(() => {
  for (const [name, stream] of Object.entries({ source, fragile, destination }))
    console.log(`${name}: ${stream.destroyed ? 'destroyed' : 'still open'}`);
}, 10);
