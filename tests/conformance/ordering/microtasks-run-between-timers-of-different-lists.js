setTimeout(() => {
  console.log('timer 5');
  Promise.resolve().then(() => console.log('job'));
  process.nextTick(() => console.log('tick'));
}, 5);
setTimeout(() => console.log('timer 10'), 10);
const end = Date.now() + 30;
while (Date.now() < end);
