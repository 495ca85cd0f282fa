const { executionAsyncId, triggerAsyncId } = require('async_hooks');
const main = executionAsyncId();
console.log(main, triggerAsyncId());
setTimeout(() => console.log(executionAsyncId() !== main, triggerAsyncId() === main), 1);
setTimeout(() => setImmediate(() => { const outer = executionAsyncId(); process.nextTick(() => console.log(executionAsyncId() > outer, triggerAsyncId() === outer)); }), 20);
