// Lists of different durations due together: before Node 11 each has a libuv timer of its own.
function busy(milliseconds) {
  const start = process.hrtime();
  while (process.hrtime(start)[1] < milliseconds * 1e6);
}
for (const duration of [30, 10, 20]) {
  setTimeout(() => {
    console.log('timeout of', duration);
    process.nextTick(() => console.log('tick of', duration));
    Promise.resolve().then(() => console.log('promise of', duration));
  }, duration);
  setTimeout(() => console.log('second timeout of', duration), duration);
}
busy(60);
