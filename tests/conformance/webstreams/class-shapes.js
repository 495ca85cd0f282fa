const web = require('node:stream/web');
console.log(Object.keys(web).every((name) => web[name] === globalThis[name]), Object.keys(web));
for (const Class of Object.values(web)) {
  console.log(Class.name, Class.length, Object.keys(Class.prototype), Object.keys(Class));
  const names = Object.getOwnPropertyNames(Class.prototype).sort();
  console.log(names.map((name) => {
    const { value, get, set, enumerable, writable } = Object.getOwnPropertyDescriptor(Class.prototype, name);
    return `${name}:${get ? 'get' : typeof value}${value?.length ?? ''}:${enumerable}:${writable}:${Boolean(set)}`;
  }));
}
console.log(Object.getOwnPropertyDescriptor(ReadableStream.prototype, Symbol.toStringTag));
