const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
setImmediate(() => {
  als.enterWith('entered');
  console.log(als.getStore());
  process.nextTick(() => console.log('tick', als.getStore()));
});
setImmediate(() => console.log('next immediate', als.getStore()));
