const EventEmitter = require('events');
const emitter = new EventEmitter();
emitter.on('go', async () => { console.log('listener 1'); await 0; console.log('listener 1 later'); });
emitter.on('go', () => console.log('listener 2'));
process.nextTick(() => console.log('tick'));
emitter.emit('go');
console.log('after emit');
