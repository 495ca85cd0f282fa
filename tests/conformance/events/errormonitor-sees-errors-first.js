const EventEmitter = require('events');
const emitter = new EventEmitter();
emitter.on('error', (error) => console.log('error', error.message));
emitter.on(EventEmitter.errorMonitor, (error) => console.log('monitor', error.message));
emitter.emit('error', new Error('x'));
emitter.removeAllListeners('error');
try { emitter.emit('error', new Error('y')); } catch (error) { console.log('thrown', error.message); }
