const EventEmitter = require('events');
const emitter = new EventEmitter();
emitter.on('go', function (...args) { console.log(this === emitter, args); });
emitter.on('go', () => console.log(this === module.exports));
emitter.emit('go', 1, 2, 3, 4, 5);
