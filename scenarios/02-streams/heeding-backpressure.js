// @title  A slow writer whose false is heeded
// @lesson The same work as before, but after a false the program waits for 'drain'. The buffer never holds
// more than its high-water mark, however much is written.

const { Writable } = require('stream');
const { once } = require('events');

const slow = new Writable({
  highWaterMark: 32 * 1024,
  write(chunk, encoding, callback) {
    setTimeout(callback, 5);
  },
});

async function main() {
  let most = 0;
  let waits = 0;
  for (let i = 0; i < 20; i++) {
    const goOn = slow.write(Buffer.alloc(8 * 1024, 'x'));
    most = Math.max(most, slow.writableLength);
    if (!goOn) {
      waits++;
      await once(slow, 'drain');
    }
  }
  slow.end();
  await once(slow, 'finish');
  console.log(`waited ${waits} times for 'drain'`);
  console.log(`at most ${most / 1024} KiB were held, ${most / slow.writableHighWaterMark} times the mark`);
}

main();
