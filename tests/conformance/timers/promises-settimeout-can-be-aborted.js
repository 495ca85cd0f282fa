const { setTimeout: sleep } = require('timers/promises');
const controller = new AbortController();
sleep(1000, 'never', { signal: controller.signal }).catch((error) => {
  console.log(error.name, error.code, error.message);
});
setTimeout(() => controller.abort(), 10);
