const { on, EventEmitter } = require('events');
const emitter = new EventEmitter();
(async () => {
  for await (const [value] of on(emitter, 'data', { close: ['end'] })) console.log(value);
  console.log('ended');
})();
emitter.emit('data', 1);
emitter.emit('data', 2);
setImmediate(() => emitter.emit('end'));
