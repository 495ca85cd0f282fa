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

console.log(passed(Buffer.from('abc')), passed(Buffer.from('abc')) instanceof Buffer);
console.log(passed(new Float64Array([1.5, 2])), passed(new BigInt64Array([1n])), passed(new Uint8ClampedArray([300])));
console.log(passed(new DataView(new ArrayBuffer(3), 1)).byteOffset);
const buffer = new ArrayBuffer(8);
const copy = passed([new Uint8Array(buffer, 2, 3), new Uint16Array(buffer)]);
console.log(copy[0].buffer === copy[1].buffer, copy[0].byteOffset, copy[0].length, copy[0].buffer.byteLength);
