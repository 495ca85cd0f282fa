const fs = require('fs');
fs.stat(__filename, () => {
  console.log('stat');
  setImmediate(() => console.log('immediate'));
  setTimeout(() => console.log('timeout'), 0);
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('microtask'));
});
