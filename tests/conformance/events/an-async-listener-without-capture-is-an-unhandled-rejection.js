const EventEmitter = require('events');
process.on('unhandledRejection', (reason) => console.log('unhandled', reason.message));
const emitter = new EventEmitter();
emitter.on('error', () => console.log('never'));
emitter.on('go', async () => { throw new Error('lost'); });
emitter.emit('go');
