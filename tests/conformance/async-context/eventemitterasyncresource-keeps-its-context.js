const { AsyncLocalStorage } = require('async_hooks');
const { EventEmitterAsyncResource } = require('events');
const als = new AsyncLocalStorage();
const emitter = als.run('creation', () => new EventEmitterAsyncResource({ name: 'Mine' }));
emitter.on('go', () => console.log(als.getStore()));
als.run('emission', () => emitter.emit('go'));
