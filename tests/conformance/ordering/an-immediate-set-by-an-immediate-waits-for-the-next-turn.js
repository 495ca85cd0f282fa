setImmediate(() => {
  console.log('first');
  setImmediate(() => console.log('third'));
});
setImmediate(() => console.log('second'));
