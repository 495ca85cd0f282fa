process.on('uncaughtException', (error) => console.log('uncaught', error.message));
process.nextTick(() => { throw new Error('tick'); });
setImmediate(() => {
  setImmediate(() => console.log('immediate of the next turn'));
  queueMicrotask(() => console.log('microtask'));
  throw new Error('immediate');
});
