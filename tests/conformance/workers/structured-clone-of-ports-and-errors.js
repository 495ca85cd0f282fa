const { MessageChannel, receiveMessageOnPort } = require('worker_threads');

const { port1, port2 } = new MessageChannel();
const moved = structuredClone({ port: port2 }, { transfer: [port2] });
moved.port.on('message', (message) => {
  console.log(message);
  moved.port.close();
});
port1.postMessage('to the moved port');
try {
  structuredClone(port1);
} catch (error) {
  console.log(error.name, error.code, error.message);
}
console.log(structuredClone(new Error('x', { cause: 1 })).cause);
