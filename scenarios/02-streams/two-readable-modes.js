// @title  The two modes of a Readable
// @lesson Flowing: a 'data' listener gets each chunk as it comes. Paused: a 'readable' listener is told that
// there is something, and takes as much as it wants with read(n).

const { Readable } = require('stream');

function makeSource() {
  const chunks = ['abcd', 'efgh', 'ij', null];
  return new Readable({
    read() {
      setImmediate(() => this.push(chunks.shift()));
    },
  });
}

const flowing = makeSource();
console.log('flowing at first:', flowing.readableFlowing);
flowing.on('data', (chunk) => console.log(`data: ${chunk}`));
console.log("with a 'data' listener:", flowing.readableFlowing);
flowing.on('end', () => {
  const paused = makeSource();
  paused.on('readable', () => {
    let chunk;
    while ((chunk = paused.read(3)) !== null) console.log(`read(3): ${chunk}`);
    console.log(`left for later: ${paused.readableLength}`);
  });
  paused.on('end', () => console.log('end'));
  console.log("with a 'readable' listener:", paused.readableFlowing);
});
