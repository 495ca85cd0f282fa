const EventEmitter = require('events');
const emitter = new EventEmitter();
const handler = () => {};
emitter.on('go', handler).on('go', () => {}).once('go', handler);
console.log(emitter.listenerCount('go'), emitter.listenerCount('go', handler), EventEmitter.listenerCount(emitter, 'go'));
