const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
console.log(als.getStore(), als.run('inside', () => als.getStore()), als.getStore());
console.log(als.run(1, (a, b) => [a, b, als.getStore()], 'x', 'y'));
