const EventEmitter = require('events');
const emitter = new EventEmitter();
const handler = () => console.log('handler');
emitter.once('go', handler);
console.log(emitter.listeners('go')[0] === handler, emitter.rawListeners('go')[0] === handler);
console.log(emitter.rawListeners('go')[0].listener === handler);
emitter.rawListeners('go')[0]();
console.log(emitter.listenerCount('go'));
