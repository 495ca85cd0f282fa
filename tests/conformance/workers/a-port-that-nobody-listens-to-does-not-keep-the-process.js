const { MessageChannel, receiveMessageOnPort } = require('worker_threads');

const { port1, port2 } = new MessageChannel();
console.log(port1.hasRef(), port2.hasRef());
port1.postMessage('lost');
port2.ref();
console.log(port2.hasRef());
port2.unref();
process.on('exit', () => console.log('exit'));
