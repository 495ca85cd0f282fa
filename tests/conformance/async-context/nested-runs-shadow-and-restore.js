const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
als.run('outer', () => {
  als.run('inner', () => setImmediate(() => console.log(als.getStore())));
  console.log(als.getStore());
  als.exit(() => { console.log(als.getStore()); setImmediate(() => console.log('exited', als.getStore())); });
  console.log(als.getStore());
});
