const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
let settle;
als.run('awaiting', async () => {
  await new Promise((resolve) => { settle = resolve; });
  console.log('awaiter', als.getStore());
});
als.run('settling', () => setTimeout(() => { settle(); console.log('settler', als.getStore()); }, 5));
