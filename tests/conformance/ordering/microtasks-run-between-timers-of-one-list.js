setTimeout(() => {
  console.log('timer 1');
  Promise.resolve().then(() => console.log('job'));
  process.nextTick(() => console.log('tick'));
}, 5);
setTimeout(() => console.log('timer 2'), 5);
