const { scheduler } = require('timers/promises');
(async () => {
  await scheduler.wait(5);
  console.log('waited');
  await scheduler.yield();
  console.log('yielded');
})();
