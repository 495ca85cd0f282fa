const { MessageChannel, receiveMessageOnPort } = require('worker_threads');

const { port1, port2 } = new MessageChannel();
port2.on('message', (message) => console.log(message));
port2.on('close', () => console.log('2 closed'));
port1.postMessage('a');
port1.postMessage('b');
port1.close(() => console.log('1 closed'));
port1.postMessage('not sent');
