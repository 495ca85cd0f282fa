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

const error = new TypeError('wrong', { cause: new RangeError('deeper') });
error.code = 'E_CODE';
error.extra = 1;
const copy = passed(error);
console.log(copy instanceof TypeError, copy.name, copy.message, copy.code, copy.extra, copy.stack === error.stack);
console.log(copy.cause instanceof RangeError, copy.cause.message);
console.log(Object.getOwnPropertyNames(copy));
class Own extends Error { name = 'Own'; }
console.log(passed(new Own('own')).name, passed(new Own('own')).constructor.name);
console.log(passed(new AggregateError([1], 'many')).constructor.name, passed(new EvalError('e')).constructor.name);
