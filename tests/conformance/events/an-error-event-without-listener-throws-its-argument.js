const EventEmitter = require('events');
const emitter = new EventEmitter();
for (const value of [new TypeError('mine'), 'text', { a: 1 }, undefined, null]) {
  try { emitter.emit('error', value); } catch (error) { console.log(error.name, error.code, '|', error.message, '|', error.context); }
}
emitter.on('error', (error) => console.log('handled', error));
console.log(emitter.emit('error', 'fine'));
