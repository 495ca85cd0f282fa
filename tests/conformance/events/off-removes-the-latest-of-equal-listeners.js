const EventEmitter = require('events');
const emitter = new EventEmitter();
const order = [];
const twice = () => order.push('twice');
emitter.on('go', twice).on('go', () => order.push('middle')).on('go', twice);
emitter.removeListener('go', twice);
emitter.emit('go');
console.log(order, emitter.listeners('go').length);
