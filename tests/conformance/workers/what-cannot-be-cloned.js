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

console.log(passed(() => 1));
console.log(passed({ method() {} }));
console.log(passed(class A {}));
console.log(passed(Symbol('s')));
console.log(passed([Symbol.iterator]));
console.log(passed(new WeakMap()));
console.log(passed(new WeakSet()));
console.log(passed(Promise.resolve()));
console.log(passed(new WeakRef({})));
console.log(passed((function* () {})()));
console.log(passed(new Map([[() => {}, 1]])));
console.log(passed(new Set([async () => {}])));
console.log(passed(Object(Symbol('x'))));
console.log(passed(new Proxy({}, {})));
console.log(passed(new Proxy([], {})));
