const { on, EventEmitter } = require('events');
const emitter = new EventEmitter();
(async () => {
  for await (const [value] of on(emitter, 'data')) {
    console.log(value);
    if (value === 3) break;
  }
  console.log('left', emitter.listenerCount('data'), emitter.listenerCount('error'));
})();
for (let i = 1; i <= 4; i++) emitter.emit('data', i);
