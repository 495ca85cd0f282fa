const EventEmitter = require('events');
const emitter = new EventEmitter();
console.log(emitter.on('a', () => {}).once('b', () => {}).setMaxListeners(5).removeAllListeners() === emitter);
