const EventEmitter = require('events');
class Careful extends EventEmitter {
  constructor() { super({ captureRejections: true }); }
  [Symbol.for('nodejs.rejection')](error, name, ...args) { console.log(error.message, name, args); }
}
const emitter = new Careful();
emitter.on('go', async () => { throw new Error('kept'); });
emitter.emit('go', 'a', 'b');
console.log(EventEmitter.captureRejectionSymbol === Symbol.for('nodejs.rejection'));
