const { createHook, executionAsyncId } = require('async_hooks');
const names = new Map();
const events = [];
const hook = createHook({
  init(id, type) { if (type === 'Timeout' || type === 'Immediate') { names.set(id, type); events.push('init ' + type); } },
  before(id) { if (names.has(id)) events.push('before ' + names.get(id)); },
  after(id) { if (names.has(id)) events.push('after ' + names.get(id)); },
}).enable();
setTimeout(() => { events.push('callback'); setImmediate(() => { events.push('immediate'); hook.disable(); }); }, 1);
setTimeout(() => console.log(events.join(', '), typeof executionAsyncId()), 40);
