const EventEmitter = require('events');
const emitter = new EventEmitter();
const secret = Symbol('secret');
emitter.on('x', () => {}).on(secret, () => console.log('symbol event')).once('y', () => {});
console.log(emitter.eventNames());
emitter.emit(secret);
