// @title  One source, a fast and a slow destination
// @lesson A source that is piped to two destinations goes as fast as the slower one: it waits until both
// have drained. The fast one is idle most of the time.

const { Readable, Writable } = require('stream');

let n = 0;
const source = new Readable({
  highWaterMark: 8,
  read() {
    this.push(n < 8 ? `chunk-${++n}` : null);
  },
});

function makeSink(name, delay) {
  const sink = new Writable({
    highWaterMark: 16,
    write(chunk, encoding, callback) {
      setTimeout(callback, delay);
    },
  });
  sink.on('drain', () => console.log(`${name} has drained`));
  sink.on('finish', () => console.log(`${name} has finished`));
  return sink;
}

source.pipe(makeSink('fast', 1));
source.pipe(makeSink('slow', 6));
