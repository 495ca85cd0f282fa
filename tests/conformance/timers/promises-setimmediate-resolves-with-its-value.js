const { setImmediate: turn } = require('node:timers/promises');
(async () => {
  console.log('before');
  console.log(await turn('value'));
})();
setImmediate(() => console.log('second immediate'));
