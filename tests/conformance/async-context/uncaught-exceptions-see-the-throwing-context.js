const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
process.on('uncaughtException', (error) => console.log(error.message, als.getStore()));
als.run('timer context', () => setTimeout(() => { throw new Error('x'); }, 5));
