// A handled throw in one timer list, with ticks of it left over, and immediates.
function busy(milliseconds) {
  const start = process.hrtime();
  while (process.hrtime(start)[1] < milliseconds * 1e6);
}
process.on('uncaughtException', (error) => {
  console.log('caught', error.message);
  process.nextTick(() => console.log('tick of the handler'));
});
setTimeout(() => {
  process.nextTick(() => console.log('tick of the first'));
  throw new Error('of the first');
}, 5);
setTimeout(() => {
  console.log('second');
  setTimeout(() => console.log('timeout of the second'), 5);
  process.nextTick(() => console.log('tick of the second'));
}, 10);
setImmediate(() => console.log('immediate'));
busy(30);
