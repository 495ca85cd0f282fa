const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
als.run('x', () => {
  als.disable();
  console.log(als.getStore());
  als.run('again', () => console.log(als.getStore()));
});
