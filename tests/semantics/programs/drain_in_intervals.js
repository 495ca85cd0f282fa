// The same for intervals, and for a promise chain longer than one job.
let turns = 0;
function busy(milliseconds) {
  const start = process.hrtime();
  while (process.hrtime(start)[1] < milliseconds * 1e6);
}
const first = setInterval(() => {
  console.log('first', ++turns);
  Promise.resolve().then(() => console.log('job')).then(() => console.log('job of job'));
  if (turns >= 2) clearInterval(first);
}, 10);
setTimeout(() => console.log('timeout beside it'), 10);
busy(30);
