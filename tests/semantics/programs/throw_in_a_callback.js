// The same for a file's callback, with an immediate before and one after the throw.
process.on('uncaughtException', (error) => {
  console.log('caught', error.message);
  setImmediate(() => {
    console.log('immediate of the handler');
    process.nextTick(() => console.log('its tick'));
  });
});
require('fs').readFile(__filename, () => {
  setImmediate(() => {
    console.log('immediate of the callback');
    process.nextTick(() => console.log('its tick'));
  });
  process.nextTick(() => console.log('tick'));
  throw new Error('of a callback');
});
