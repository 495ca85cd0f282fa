const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
const bound = als.run('bound', () => AsyncLocalStorage.bind((value) => [als.getStore(), value]));
const snapshot = als.run('snapped', () => AsyncLocalStorage.snapshot());
als.run('other', () => {
  console.log(bound('x'));
  console.log(snapshot((a) => [als.getStore(), a], 'y'));
});
