const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
for (const id of ['a', 'b']) {
  als.run(id, () => {
    setImmediate(() => console.log('immediate', als.getStore()));
    setTimeout(() => {
      console.log('timer', als.getStore());
      setImmediate(() => console.log('nested', als.getStore()));
    }, id === 'a' ? 10 : 40);
  });
}
setTimeout(() => console.log('outside', als.getStore()), 80);
