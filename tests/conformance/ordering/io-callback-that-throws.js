// A callback of I/O that throws, and the ticks it left.
const fs = require('fs');
process.on('uncaughtException', (error) => console.log('uncaught', error.message));
fs.stat(__filename, () => {
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('job'));
  setImmediate(() => console.log('immediate'));
  throw new Error('in callback');
});
