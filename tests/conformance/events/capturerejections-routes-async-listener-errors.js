const EventEmitter = require('events');
const emitter = new EventEmitter({ captureRejections: true });
emitter.on('go', async (value) => { throw new Error('async ' + value); });
emitter.on('error', (error) => console.log('error event', error.message));
emitter.emit('go', 1);
console.log('sync');
