const { MessageChannel, receiveMessageOnPort } = require('worker_threads');

const { port1, port2 } = new MessageChannel();
port2.on('message', (value) => console.log('on', value));
port2.addEventListener('message', (event) => console.log('event', event.data));
port2.once('message', (value) => console.log('once', value));
port2.on('message', (value) => { if (value === 2) port2.close(); });
port1.postMessage(1);
port1.postMessage(2);
