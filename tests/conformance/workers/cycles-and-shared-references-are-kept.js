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

const object = { list: [] };
object.self = object;
object.list.push(object, object.list);
const copy = passed(object);
console.log(copy, copy.self === copy, copy.list[0] === copy, copy.list[1] === copy.list);
const shared = {};
const pair = passed([shared, shared]);
console.log(pair[0] === pair[1]);
