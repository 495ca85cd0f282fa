const EventEmitter = require('events');
const emitter = new EventEmitter();
process.on('warning', (warning) => console.log(warning.name, warning.type, warning.count, warning.emitter === emitter));
for (let i = 0; i < 13; i++) emitter.on('go', () => {});
console.log(emitter.getMaxListeners(), EventEmitter.defaultMaxListeners);
