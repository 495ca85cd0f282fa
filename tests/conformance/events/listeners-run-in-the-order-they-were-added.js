const EventEmitter = require('events');
const emitter = new EventEmitter();
for (const name of ['a', 'b', 'c']) emitter.on('go', (value) => console.log(name, value));
console.log(emitter.emit('go', 1), emitter.emit('nothing'));
