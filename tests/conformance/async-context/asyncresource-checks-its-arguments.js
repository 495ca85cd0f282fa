const { AsyncResource } = require('async_hooks');
for (const args of [[], [5], [''], ['x', { triggerAsyncId: -5 }]]) {
  try { new AsyncResource(...args); console.log('fine'); } catch (error) { console.log(error.name, error.code, error.message); }
}
