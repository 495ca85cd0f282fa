const { once, EventEmitter } = require('events');
const emitter = new EventEmitter();
(async () => {
  process.nextTick(() => emitter.emit('ready', 1, 2));
  console.log(await once(emitter, 'ready'));
  process.nextTick(() => emitter.emit('error', new Error('failed')));
  await once(emitter, 'ready').catch((error) => console.log('rejected', error.message));
  process.nextTick(() => emitter.emit('error', new Error('wanted')));
  console.log((await once(emitter, 'error'))[0].message);
  console.log(emitter.eventNames());
})();
