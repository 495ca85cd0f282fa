// Timers and immediates cleared by a promise job of the one before them.
function busy(milliseconds) {
  const start = process.hrtime();
  while (process.hrtime(start)[1] < milliseconds * 1e6);
}
setTimeout(() => {
  console.log('first timeout');
  Promise.resolve().then(() => clearTimeout(second));
}, 5);
const second = setTimeout(() => console.log('second timeout'), 5);
setImmediate(() => {
  console.log('first immediate');
  process.nextTick(() => clearImmediate(other));
});
const other = setImmediate(() => console.log('second immediate'));
busy(20);
