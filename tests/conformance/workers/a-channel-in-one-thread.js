const { MessageChannel, receiveMessageOnPort } = require('worker_threads');

const { port1, port2 } = new MessageChannel();
port2.on('message', (message) => {
  console.log('message', message);
  if (message === 3) port2.close();
});
for (let i = 1; i <= 3; i++) port1.postMessage(i);
port1.on('close', () => console.log('1 closed'));
port2.on('close', () => console.log('2 closed'));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('job'));
console.log('main');
