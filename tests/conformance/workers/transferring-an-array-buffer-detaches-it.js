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

const bytes = new Uint8Array([1, 2, 3]);
const got = passed(bytes, [bytes.buffer]);
console.log(got, bytes.length, bytes.byteLength, bytes.buffer.byteLength);
const buffer = new ArrayBuffer(4);
console.log(passed('not even in it', [buffer]), buffer.byteLength);
const kept = new ArrayBuffer(5);
console.log(passed({ kept }).kept.byteLength, kept.byteLength);
const listed = new ArrayBuffer(6);
console.log(passed({ listed }, { transfer: [listed] }).listed.byteLength, listed.byteLength);
