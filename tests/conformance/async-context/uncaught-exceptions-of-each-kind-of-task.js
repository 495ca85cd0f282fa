const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
process.on('uncaughtException', (error) => console.log(error.message, als.getStore()));
const fail = (name) => () => { throw new Error(name); };
als.run('tick context', () => process.nextTick(fail('tick')));
als.run('microtask context', () => queueMicrotask(fail('microtask')));
als.run('immediate context', () => setImmediate(fail('immediate')));
als.run('timer context', () => setTimeout(fail('timer'), 10));
als.run('job context', () => setTimeout(() => queueMicrotask(fail('microtask of a timer')), 30));
