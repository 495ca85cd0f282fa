const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
process.on('unhandledRejection', (reason) => console.log(reason, als.getStore()));
als.run('rejecting', () => { Promise.reject('plain'); });
als.run('throwing', async () => { await 0; throw 'async'; });
