// @title  pipe() when something fails
// @lesson pipe() passes on data, not errors. When the Transform fails, the source stays open with nobody
// reading it, and the destination waits for an end that never comes: both leak.

const { Readable, Transform, Writable } = require('stream');

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

source.pipe(fragile).pipe(destination);
fragile.on('error', (error) => console.log(`caught: ${error.message}`));

setTimeout(() => {
  for (const [name, stream] of Object.entries({ source, fragile, destination }))
    console.log(`${name}: ${stream.destroyed ? 'destroyed' : 'still open'}`);
  console.log(`left in the source: ${source.readableLength} bytes`);
}, 10);
