// Callbacks of compression come in the poll phase.
const zlib = require('zlib');
zlib.gzip('x'.repeat(1000), (error, packed) => {
  console.log('packed', packed.length < 100);
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => console.log('immediate'));
  process.nextTick(() => console.log('tick'));
});
