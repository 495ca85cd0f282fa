// await between timers of one list.
const { promisify } = require('util');
const sleep = promisify(setTimeout);
function busy(milliseconds) {
  const start = process.hrtime();
  while (process.hrtime(start)[1] < milliseconds * 1e6);
}
for (const name of ['a', 'b']) {
  sleep(5, name).then((value) => {
    console.log('slept', value);
    process.nextTick(() => console.log('tick of', value));
  });
  setTimeout(() => console.log('timeout beside', name), 5);
}
busy(20);
