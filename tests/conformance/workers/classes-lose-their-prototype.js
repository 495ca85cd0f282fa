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

class Point {
  #secret = 1;
  constructor() { this.x = 1; }
  get double() { return this.x * 2; }
}
const copy = passed(new Point());
console.log(copy, copy instanceof Point, copy.double, Object.getPrototypeOf(copy) === Object.prototype);
console.log(passed(Object.create({ inherited: 1 }, { own: { value: 1, enumerable: true }, hidden: { value: 2 } })));
let calls = 0;
console.log(passed({ get value() { return ++calls; } }), calls);
console.log(passed({ [Symbol('s')]: 1, plain: 2 }));
