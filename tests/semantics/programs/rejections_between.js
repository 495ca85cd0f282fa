// When unhandled rejections are looked at, between timers of a list and immediates.
function busy(milliseconds) {
  const start = process.hrtime();
  while (process.hrtime(start)[1] < milliseconds * 1e6);
}
process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
process.on('rejectionHandled', () => console.log('handled later'));
let rejected;
setTimeout(() => {
  console.log('first');
  rejected = Promise.reject('of the first');
}, 5);
setTimeout(() => {
  console.log('second');
  rejected.catch((reason) => console.log('caught', reason));
  Promise.reject('of the second');
}, 5);
setImmediate(() => { Promise.reject('of an immediate'); });
setImmediate(() => console.log('other immediate'));
busy(20);
