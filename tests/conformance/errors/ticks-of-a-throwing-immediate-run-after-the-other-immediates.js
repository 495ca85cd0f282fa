process.on('uncaughtException', (error) => console.log('caught', error.message));
setImmediate(() => {
  process.nextTick(() => console.log('its tick'));
  throw new Error('immediate');
});
setImmediate(() => console.log('next immediate'));
