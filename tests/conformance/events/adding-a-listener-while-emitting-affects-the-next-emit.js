const EventEmitter = require('events');
const emitter = new EventEmitter();
emitter.on('go', () => {
  console.log('first');
  if (emitter.listenerCount('go') < 3) emitter.on('go', () => console.log('added'));
});
emitter.emit('go');
console.log('--');
emitter.emit('go');
