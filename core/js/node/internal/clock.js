'use strict';

// The language's own ways to the clock and to chance, on the virtual machine's.

const {
  ObjectDefineProperty,
  ObjectGetOwnPropertyNames,
  ObjectGetOwnPropertyDescriptor,
  ReflectConstruct,
  globalThis,
} = primordials;
const { epochMs, random } = internalBinding('process');

const HostDate = globalThis.Date;

// Source: ECMAScript clause "The Date Constructor".
function Date(...args) {
  if (new.target === undefined) return `${new HostDate(epochMs())}`;
  return ReflectConstruct(HostDate, args.length === 0 ? [epochMs()] : args, new.target);
}

for (const name of ObjectGetOwnPropertyNames(HostDate)) {
  ObjectDefineProperty(Date, name, ObjectGetOwnPropertyDescriptor(HostDate, name));
}
ObjectDefineProperty(Date, 'now', {
  __proto__: null, configurable: true, enumerable: false, writable: true,
  value: { now() { return epochMs(); } }.now,
});
ObjectDefineProperty(Date.prototype, 'constructor', {
  __proto__: null, configurable: true, enumerable: false, writable: true, value: Date,
});
ObjectDefineProperty(globalThis, 'Date', {
  __proto__: null, configurable: true, enumerable: false, writable: true, value: Date,
});
ObjectDefineProperty(Math, 'random', {
  __proto__: null, configurable: true, enumerable: false, writable: true,
  value: { random() { return random(); } }.random,
});
