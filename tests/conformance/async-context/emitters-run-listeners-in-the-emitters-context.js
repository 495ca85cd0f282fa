const { AsyncLocalStorage } = require('async_hooks');
const EventEmitter = require('events');
const als = new AsyncLocalStorage();
const emitter = new EventEmitter();
als.run('when added', () => emitter.on('go', () => console.log(als.getStore())));
als.run('when emitted', () => emitter.emit('go'));
emitter.emit('go');
