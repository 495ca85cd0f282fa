setImmediate(async () => {
  console.log('start');
  process.nextTick(() => { console.log('tick 1'); queueMicrotask(() => console.log('micro of tick 1')); });
  process.nextTick(() => console.log('tick 2'));
  queueMicrotask(() => { console.log('micro 1'); process.nextTick(() => console.log('tick of micro 1')); });
  await null;
  console.log('after await');
  setImmediate(() => console.log('next immediate'));
});
