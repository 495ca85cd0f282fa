// Ticks and promise jobs between timers of one list: one by one since Node 11, all at the end before.
const start = process.hrtime();
for (let i = 1; i <= 3; i++) {
  setTimeout(() => {
    console.log('timeout', i);
    process.nextTick(() => console.log('tick of timeout', i));
    Promise.resolve().then(() => console.log('promise of timeout', i));
  }, 5);
}
while (process.hrtime(start)[1] < 20e6);
