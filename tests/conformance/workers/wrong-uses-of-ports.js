const { MessageChannel, receiveMessageOnPort } = require('worker_threads');

const { port1, port2 } = new MessageChannel();
const buffer = new ArrayBuffer(4);
const other = new MessageChannel();
other.port2.postMessage(0, [other.port1]);
const attempts = [
  () => new MessagePort(),
  () => MessageChannel(),
  () => port1.postMessage(),
  () => port1.postMessage(port2),
  () => port1.postMessage({ a: [port2] }),
  () => port1.postMessage(1, [port1]),
  () => port1.postMessage(1, [1]),
  () => port1.postMessage(1, 1),
  () => port1.postMessage(1, [buffer, buffer]),
  () => port1.postMessage(1, [port2, port2]),
  () => port1.postMessage(1, { transfer: 1 }),
  () => port1.postMessage(1, {}),
  () => port1.postMessage(1, [new SharedArrayBuffer(1)]),
  () => port1.postMessage(1, [other.port1]),
];
for (const attempt of attempts) {
  try {
    attempt();
    console.log('no error');
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
