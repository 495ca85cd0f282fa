// Awaiting fs/promises among ticks and jobs.
const fs = require('fs/promises');
(async () => {
  await fs.stat(__filename);
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('job'));
  setImmediate(() => console.log('immediate'));
  console.log('after stat');
  await null;
  console.log('after null');
  await fs.access(__filename);
  console.log('after access');
})();
console.log('main');
