const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
als.run('thenable', async () => {
  await { then(resolve) { console.log('then', als.getStore()); setImmediate(resolve); } };
  console.log('after', als.getStore());
});
