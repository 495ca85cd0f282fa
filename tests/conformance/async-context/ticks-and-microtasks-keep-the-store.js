const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
als.run('kept', () => {
  process.nextTick(() => console.log('tick', als.getStore()));
  queueMicrotask(() => console.log('microtask', als.getStore()));
  Promise.resolve().then(() => console.log('then', als.getStore()));
});
process.nextTick(() => console.log('outside tick', als.getStore()));
queueMicrotask(() => console.log('outside microtask', als.getStore()));
