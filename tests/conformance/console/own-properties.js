// What a console has besides its documented methods.
const { Console } = console;
const mine = new Console(process.stdout);
console.log(Object.getOwnPropertyNames(console).filter((name) => !name.endsWith('ErrorHandler')).join(' '));
for (const name of ['_stdout', '_stderr', '_ignoreErrors', '_times']) {
  const { enumerable, configurable } = Object.getOwnPropertyDescriptor(console, name);
  console.log(name, enumerable, configurable, typeof console[name], typeof mine[name]);
}
console.log(console._stdout === process.stdout, mine._stdout === process.stdout, mine._stderr === process.stdout);
console.time('label');
console.log([...console._times.keys()]);
console.log(Object.prototype.toString.call(mine), Object.prototype.toString.call(console));
console.log(console.profile(), console.profileEnd(), console.timeStamp('x'), typeof console.context('c').log);
console.log(console.createTask('task').run(() => 42));
console.log(console);
