const EventEmitter = require('events');
const emitter = new EventEmitter();
emitter.on('go', () => console.log('on'));
emitter.prependListener('go', () => console.log('prepended'));
emitter.prependOnceListener('go', () => console.log('prepended once'));
emitter.emit('go');
emitter.emit('go');
