const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
process.on('unhandledRejection', (reason) => console.log('unhandled', reason, als.getStore()));
process.on('rejectionHandled', () => console.log('handled', als.getStore()));
let promise;
als.run('rejecting', () => { promise = Promise.reject('late'); });
setTimeout(() => als.run('catching', () => promise.catch(() => console.log('caught', als.getStore()))), 10);
