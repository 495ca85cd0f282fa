const EventEmitter = require('events');
const emitter = new EventEmitter();
console.log(emitter);
emitter.on('a', function handler() {});
console.log(emitter);
class Named extends EventEmitter {} console.log(require('util').inspect(new Named(), { depth: 0 }));
