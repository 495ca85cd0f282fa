const { MessageChannel, receiveMessageOnPort } = require('worker_threads');

process.on('uncaughtException', (error) => console.log('caught', error.message));
const { port1, port2 } = new MessageChannel();
port2.on('message', (value) => { throw new Error('at ' + value); });
port2.on('message', (value) => {
  console.log('second listener', value);
  if (value === 2) port2.close();
});
port1.postMessage(1);
port1.postMessage(2);
