const EventEmitter = require('events');
console.log(process instanceof EventEmitter, Object.prototype.toString.call(process));
process.on('mine', (...args) => console.log('mine', args));
console.log(process.emit('mine', 1, 2), process.emit('nobody'));
console.log(process.listenerCount('mine'));
