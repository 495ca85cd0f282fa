// @title  process.nextTick versus promises
// @lesson Two queues are drained after every callback. The nextTick queue goes first, all of it; then
// the promise jobs, all of them. A promise job that asks for a next tick gets it after the other jobs,
// and a tick that settles a promise sees its reaction after the other ticks.

Promise.resolve().then(() => {
  console.log('job 1');
  process.nextTick(() => console.log('tick asked for by job 1'));
});
Promise.resolve().then(() => console.log('job 2'));

process.nextTick(() => {
  console.log('tick 1');
  Promise.resolve().then(() => console.log('job asked for by tick 1'));
});
process.nextTick(() => console.log('tick 2'));

queueMicrotask(() => console.log('microtask: a job like the promises'));
