// @title  cork() and uncork()
// @lesson Many small writes cost one call each. cork() holds them back, and uncork() hands them all to
// writev() at once: one call, as for one packet of a network.

const { Writable } = require('stream');

function makeSink(name) {
  return new Writable({
    write(chunk, encoding, callback) {
      console.log(`${name}: write(${chunk})`);
      setImmediate(callback);
    },
    writev(chunks, callback) {
      console.log(`${name}: writev(${chunks.map(({ chunk }) => chunk).join(' + ')})`);
      setImmediate(callback);
    },
  });
}

const plain = makeSink('plain');
for (const word of ['one', 'two', 'three']) plain.write(word);
plain.end();

const corked = makeSink('corked');
corked.cork();
for (const word of ['one', 'two', 'three']) corked.write(word);
process.nextTick(() => {
  corked.uncork();
  corked.end();
});
