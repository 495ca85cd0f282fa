// What is where on the global object.
for (const name of ['fetch', 'Headers', 'Request', 'Response', 'FormData']) {
  const { enumerable, configurable, writable, get, set } = Object.getOwnPropertyDescriptor(globalThis, name);
  console.log(name, { enumerable, configurable, writable, get: get?.name, set: set?.name }, typeof globalThis[name]);
  console.log(globalThis[name].name, globalThis[name].length, Object.getOwnPropertyDescriptor(globalThis, name).writable);
}
globalThis.fetch = 1;
console.log(fetch, Object.keys(globalThis).includes('fetch'));
Headers = 2;
console.log(Headers);
