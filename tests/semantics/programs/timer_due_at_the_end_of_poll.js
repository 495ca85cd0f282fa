// The same after a file was read, and with more to do for the timer.
const fs = require('fs');
function busy(milliseconds) {
  const start = process.hrtime();
  while (process.hrtime(start)[1] < milliseconds * 1e6);
}
process.on('beforeExit', () => console.log('before exit'));
fs.readFile(__filename, () => {
  setTimeout(() => {
    console.log('timeout');
    setImmediate(() => console.log('immediate of the timeout'));
  }, 5).unref();
  setImmediate(() => console.log('immediate'));
  busy(20);
  console.log('file');
});
