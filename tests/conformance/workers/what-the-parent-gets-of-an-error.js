// No error of the engine's, but an object with the same prototype, the class's own properties first.
const { Worker } = require('worker_threads');
const { inspect, types } = require('util');
const thrown = [
  'new TypeError("in")',
  'new (class A extends RangeError { constructor(m) { super(m); this.code = "C"; } get got() { return 5; } })("y")',
  'Object.assign(new Error("q", { cause: new TypeError("c") }), { name: "Z", x: [1] })',
  '{ a: 1 }',
  'new AggregateError([new Error("i")], "agg")',
  'new (class B extends TypeError { name = "Custom" })("z")',
  'Object.assign(new Error("fn"), { f() {} })',
  '"text"',
  'Symbol("s")',
  'Object.assign(new RangeError("own"), { constructor: 5 })',
];

(async () => {
  for (const expression of thrown) {
    const worker = new Worker(`const e = ${expression}; setImmediate(() => { throw e; });`, { eval: true });
    worker.on('error', (error) => {
      console.log(expression);
      if (typeof error !== 'object') return console.log(error);
      for (const name of Reflect.ownKeys(error)) {
        const { value, ...flags } = Object.getOwnPropertyDescriptor(error, name);
        if (name !== 'stack') console.log(name, inspect(value).split('\n')[0], Object.values(flags).map(Number).join(''));
      }
      console.log(types.isNativeError(error), Object.getPrototypeOf(error).constructor.name, inspect(error).split('\n')[0]);
    });
    await new Promise((resolve) => worker.on('exit', resolve));
  }
})();
