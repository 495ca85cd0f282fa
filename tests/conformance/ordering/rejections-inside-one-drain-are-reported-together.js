process.on('unhandledRejection', (reason) => {
  console.log('unhandled', reason);
  process.nextTick(() => console.log('tick of the handler'));
  Promise.resolve().then(() => console.log('job of the handler'));
});
Promise.reject('first');
process.nextTick(() => { Promise.reject('second'); });
queueMicrotask(() => { Promise.reject('third'); });
