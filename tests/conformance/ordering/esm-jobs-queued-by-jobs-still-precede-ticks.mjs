process.nextTick(() => {
  console.log('tick 1');
  Promise.resolve().then(() => console.log('job of tick 1'));
});
process.nextTick(() => console.log('tick 2'));
queueMicrotask(() => {
  console.log('micro 1');
  queueMicrotask(() => console.log('micro 2'));
  process.nextTick(() => console.log('tick 3'));
});
