const { setTimeout: sleep } = require('timers/promises');
(async () => {
  console.log(await sleep(5, 'value'));
  console.log(await sleep(5));
})();
