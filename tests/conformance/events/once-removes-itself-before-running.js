const EventEmitter = require('events');
const emitter = new EventEmitter();
emitter.once('go', () => { console.log('once', emitter.listenerCount('go')); emitter.emit('go'); });
emitter.emit('go');
emitter.emit('go');
