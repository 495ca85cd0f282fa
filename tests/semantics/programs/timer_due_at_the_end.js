// libuv 1.45 (Node 20) ends an iteration with timers; before, it began with them. So an unref'd
// timer that comes due in the last iteration runs, or doesn't.
function busy(milliseconds) {
  const start = process.hrtime();
  while (process.hrtime(start)[1] < milliseconds * 1e6);
}
process.on('exit', () => console.log('exit'));
setImmediate(() => {
  setTimeout(() => console.log('timeout'), 5).unref();
  busy(20);
  console.log('immediate');
});
