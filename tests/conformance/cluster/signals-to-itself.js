'use strict';

let count = 0;
process.on('SIGUSR2', (name, number) => {
  console.log('handler', name, number);
  if (++count === 1) process.kill(process.pid, 'SIGUSR2');
  else clearInterval(timer);
});
process.once('SIGHUP', () => console.log('once'));
process.on('SIGINT', () => console.log('interrupted'));
const timer = setInterval(() => {}, 1000);
console.log(process.kill(process.pid, 0));
console.log(process.kill(process.pid, 'SIGUSR2'));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise'));
console.log('script ends');
