// What a handled throw leaves over: before Node 11 it waits for an immediate.
function busy(milliseconds) {
  const start = process.hrtime();
  while (process.hrtime(start)[1] < milliseconds * 1e6);
}
process.on('uncaughtException', (error) => console.log('caught', error.message));
setImmediate(() => {
  console.log('immediate');
  process.nextTick(() => console.log('tick of the immediate'));
});
process.nextTick(() => console.log('tick'));
setTimeout(() => {
  console.log('timeout');
  process.nextTick(() => console.log('tick of the timeout'));
}, 1);
busy(20);
throw new Error('of main');
