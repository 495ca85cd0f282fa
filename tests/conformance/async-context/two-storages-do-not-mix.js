const { AsyncLocalStorage } = require('async_hooks');
const user = new AsyncLocalStorage();
const request = new AsyncLocalStorage();
user.run('ann', () => request.run(7, () => setImmediate(() => console.log(user.getStore(), request.getStore()))));
user.run('bob', () => setImmediate(() => console.log(user.getStore(), request.getStore())));
