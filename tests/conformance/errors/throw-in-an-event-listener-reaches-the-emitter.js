const EventEmitter = require('events');
const emitter = new EventEmitter();
emitter.on('go', () => { throw new Error('listener'); });
emitter.on('go', () => console.log('never'));
try { emitter.emit('go'); } catch (error) { console.log('caught', error.message); }
