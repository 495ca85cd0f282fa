const { MessageChannel, receiveMessageOnPort } = require('worker_threads');

const { port1 } = new MessageChannel();
console.log(Object.getOwnPropertyNames(MessagePort.prototype));
console.log(port1 instanceof EventTarget, port1 instanceof MessagePort, port1.constructor === MessagePort);
console.log(Object.prototype.toString.call(port1), typeof port1.on, typeof port1.emit, port1.onmessage, port1.onmessageerror);
console.log(port1.getMaxListeners(), port1.emit('nothing'), port1.listenerCount('message'));
port1.on('own', (value) => console.log('own', value));
console.log(port1.emit('own', 5));
port1.removeAllListeners();
console.log(port1.emit('own', 5));
console.log(MessageChannel.name, MessageChannel.length, MessagePort.name, Object.keys(new MessageChannel()));
