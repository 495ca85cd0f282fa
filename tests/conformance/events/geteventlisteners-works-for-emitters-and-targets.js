const { getEventListeners, getMaxListeners, setMaxListeners, EventEmitter } = require('events');
const emitter = new EventEmitter();
const target = new EventTarget();
const handler = () => {};
emitter.on('x', handler);
target.addEventListener('x', handler);
console.log(getEventListeners(emitter, 'x')[0] === handler, getEventListeners(target, 'x').length);
setMaxListeners(3, emitter, target);
console.log(getMaxListeners(emitter), getMaxListeners(target));
