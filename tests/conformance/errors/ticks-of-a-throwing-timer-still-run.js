process.on('uncaughtException', (error) => console.log('caught', error.message));
setTimeout(() => {
  process.nextTick(() => console.log('its tick'));
  Promise.resolve().then(() => console.log('its job'));
  throw new Error('timer');
}, 5);
setTimeout(() => console.log('30 ms'), 30);
