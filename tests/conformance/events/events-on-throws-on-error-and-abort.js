const { on, EventEmitter } = require('events');
const emitter = new EventEmitter();
const read = async (options) => {
  try {
    for await (const args of on(emitter, 'data', options)) console.log(args);
  } catch (error) {
    console.log(error.name, error.message);
  }
};
(async () => {
  process.nextTick(() => { emitter.emit('data', 'a', 'b'); emitter.emit('error', new Error('broken')); });
  await read();
  const controller = new AbortController();
  setImmediate(() => controller.abort());
  await read({ signal: controller.signal });
})();
