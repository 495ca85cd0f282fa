// @title  A slow writer whose false is ignored
// @lesson write() returns false when the buffer has reached its high-water mark. It takes the chunk all the
// same: whoever does not stop fills the memory. Compare with the program that heeds it.

const { Writable } = require('stream');

const slow = new Writable({
  highWaterMark: 32 * 1024,
  write(chunk, encoding, callback) {
    setTimeout(callback, 5);
  },
});

let most = 0;
let refusals = 0;
for (let i = 0; i < 20; i++) {
  if (!slow.write(Buffer.alloc(8 * 1024, 'x'))) refusals++;
  most = Math.max(most, slow.writableLength);
}
slow.end();

slow.on('finish', () => {
  console.log(`write() said false ${refusals} times out of 20`);
  console.log(`at most ${most / 1024} KiB were held, ${most / slow.writableHighWaterMark} times the mark`);
});
