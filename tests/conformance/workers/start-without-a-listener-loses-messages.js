const { MessageChannel, receiveMessageOnPort } = require('worker_threads');

const { port1, port2 } = new MessageChannel();
port1.postMessage('early');
port2.addEventListener('message', (event) => {
  console.log(event.data);
  port2.close();
});
