const EventEmitter = require('events');
const emitter = new EventEmitter();
const second = () => console.log('second');
emitter.on('go', () => { console.log('first'); emitter.off('go', second); });
emitter.on('go', second);
emitter.emit('go');
emitter.emit('go');
