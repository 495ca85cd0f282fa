// A timer throws, with others of its list and of another list due.
function busy(milliseconds) {
  const start = process.hrtime();
  while (process.hrtime(start)[1] < milliseconds * 1e6);
}
process.on('uncaughtException', (error) => console.log('caught', error.message));
setTimeout(() => {
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('promise'));
  setImmediate(() => console.log('immediate'));
  throw new Error('of a timer');
}, 5);
setTimeout(() => console.log('second of the list'), 5);
setTimeout(() => console.log('of another list'), 15);
busy(40);
