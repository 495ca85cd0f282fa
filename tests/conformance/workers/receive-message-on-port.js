const { MessageChannel, receiveMessageOnPort } = require('worker_threads');

const { port1, port2 } = new MessageChannel();
port1.postMessage({ a: 1 });
port1.postMessage(undefined);
console.log(receiveMessageOnPort(port2));
console.log(receiveMessageOnPort(port2));
console.log(receiveMessageOnPort(port2));
try {
  receiveMessageOnPort({});
} catch (error) {
  console.log(error.name, error.code, error.message);
}
port1.close();
console.log(receiveMessageOnPort(port1));
