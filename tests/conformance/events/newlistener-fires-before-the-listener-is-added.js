const EventEmitter = require('events');
const emitter = new EventEmitter();
emitter.on('newListener', (name, listener) => console.log('new', name, typeof listener, emitter.listenerCount(name)));
emitter.on('removeListener', (name) => console.log('removed', name, emitter.listenerCount(name)));
const handler = () => {};
emitter.on('go', handler);
emitter.once('go', handler);
emitter.off('go', handler);
emitter.removeAllListeners('go');
