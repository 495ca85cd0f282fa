// @title  Reading with for await
// @lesson A Readable is an async iterable. The loop asks for the next chunk when its body is done: while
// that awaits, data waits in the buffer, and a full buffer stops the source. Leaving the loop destroys the
// stream.

const { Readable } = require('stream');
const { setTimeout: sleep } = require('timers/promises');

let produced = 0;
const source = new Readable({
  objectMode: true,
  highWaterMark: 3,
  read() {
    this.push({ id: ++produced });
  },
});

async function main() {
  for await (const item of source) {
    await sleep(2);
    console.log(`used ${item.id}; produced so far: ${produced}`);
    if (item.id === 4) break;
  }
  console.log(`the stream is ${source.destroyed ? 'destroyed' : 'open'}`);
}

main();
