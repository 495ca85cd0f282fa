// A handled uncaught exception ends the scopes that it went through.
const { createHook, AsyncResource, executionAsyncId } = require('async_hooks');
const seen = [];
createHook({
  init(id, type) { seen.push(`init ${type} ${id}`); },
  before(id) { seen.push(`before ${id}`); },
  after(id) { seen.push(`after ${id}`); },
}).enable();
process.on('uncaughtException', (error) => { seen.push(`caught ${error.message}`); });
setImmediate(() => {
  process.nextTick(() => seen.push('tick'));
  new AsyncResource('Outer').runInAsyncScope(() => {
    new AsyncResource('Inner').runInAsyncScope(() => { throw new Error('inside'); });
  });
});
setTimeout(() => {
  setImmediate(() => seen.push(`last in ${executionAsyncId() > 0}`));
  throw new Error('of a timer');
}, 20);
process.on('exit', () => console.log(seen.join('\n')));
