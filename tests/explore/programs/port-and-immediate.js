const { MessageChannel } = require('worker_threads');
const { port1, port2 } = new MessageChannel();
port2.on('message', (message) => {
  console.log(message);
  port2.close();
});
port1.postMessage('message');
setImmediate(() => console.log('immediate'));
setTimeout(() => console.log('timeout'), 0);
