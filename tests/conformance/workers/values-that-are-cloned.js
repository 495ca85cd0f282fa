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

console.log(passed(undefined), passed(null), passed(NaN), passed(-0), passed(1n), passed('ü'), passed(true));
console.log(passed(new Date(0)), passed(/a+/gi), passed([1, , 3]), passed({ a: { b: [1] } }));
console.log(passed(new Map([[{ k: 1 }, new Set([1, 'a'])]])), passed(Object(1)), passed(Object('s')), passed(Object(1n)));
console.log(passed(new Date(NaN)), passed(Object.assign([1], { extra: 2 })), passed(new Array(3)));
