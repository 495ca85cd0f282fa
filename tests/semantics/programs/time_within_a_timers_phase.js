// A timer that blocks longer than another one's duration: does the one it scheduled run in the same phase?
function busy(milliseconds) {
  const start = process.hrtime();
  while (process.hrtime(start)[1] < milliseconds * 1e6);
}
setTimeout(() => {
  console.log('first');
  setImmediate(() => console.log('immediate'));
  busy(40);
}, 10);
setTimeout(() => console.log('due while the first one ran'), 25);
setTimeout(() => console.log('due long after'), 200);
