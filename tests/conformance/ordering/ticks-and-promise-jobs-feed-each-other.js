let rounds = 0;
function tick() {
  console.log('tick', rounds);
  Promise.resolve().then(job);
}
function job() {
  console.log('job', rounds);
  if (++rounds < 4) process.nextTick(tick);
}
process.nextTick(tick);
setImmediate(() => console.log('immediate'));
