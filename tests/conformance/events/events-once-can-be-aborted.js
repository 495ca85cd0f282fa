const { once, EventEmitter } = require('events');
const emitter = new EventEmitter();
const controller = new AbortController();
once(emitter, 'never', { signal: controller.signal }).catch((error) => console.log(error.name, error.code, emitter.eventNames()));
setImmediate(() => controller.abort());
once(emitter, 'x', { signal: AbortSignal.abort() }).catch((error) => console.log('at once', error.name));
