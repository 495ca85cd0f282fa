const { markAsUntransferable } = require('worker_threads');
const { MessageChannel, receiveMessageOnPort } = require('worker_threads');
const { port1, port2 } = new MessageChannel();
function passed(value, transfer) {
  try {
    port1.postMessage(value, transfer);
    return receiveMessageOnPort(port2).message;
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
}

const buffer = new ArrayBuffer(4);
markAsUntransferable(buffer);
console.log(passed(buffer, [buffer]).byteLength, buffer.byteLength);
markAsUntransferable(1);
