class Shop {
  constructor(fail) { if (fail) throw new Error('new'); }
  open() { throw new Error('method'); }
  static find() { throw new Error('static'); }
}
const first = (run) => { try { run(); } catch (error) { return error.stack.split('\n')[1].trim().replace(/\(.*[\\/]/, '('); } };
console.log(first(() => new Shop().open()));
console.log(first(() => Shop.find()));
console.log(first(() => new Shop(true)));
console.log(first(function named() { throw new Error('x'); }));
