// The last immediate of a phase throws, with a tick and another immediate waiting.
process.on('uncaughtException', (error) => console.log('caught', error.message));
setImmediate(() => {
  console.log('first');
  setImmediate(() => console.log('scheduled by the first'));
});
setImmediate(() => {
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('promise'));
  setImmediate(() => console.log('scheduled by the last'));
  throw new Error('of the last');
});
