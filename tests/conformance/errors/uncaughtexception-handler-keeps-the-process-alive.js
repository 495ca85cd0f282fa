process.on('uncaughtException', (error, origin) => {
  console.log('handler', error.message, origin);
});
setTimeout(() => console.log('still alive'), 10);
process.nextTick(() => console.log('tick'));
throw new Error('first');
