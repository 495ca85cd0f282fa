for (const name of ['URL', 'URLSearchParams', 'Event', 'EventTarget', 'CustomEvent']) {
  const { value, enumerable, writable, configurable } = Object.getOwnPropertyDescriptor(globalThis, name);
  console.log(value.name, enumerable, writable, configurable);
}
const names = Object.getOwnPropertyNames(globalThis);
console.log(names.includes('URL'), names.includes('Event'), Object.keys(globalThis).includes('URL'), 'EventTarget' in globalThis);
console.log(delete globalThis.URLSearchParams, typeof URLSearchParams, new URL('http://h/?a=b').searchParams.get('a'));
globalThis.Event = 7;
console.log(Event, require('url').URL === URL, typeof new EventTarget().addEventListener);
