'use strict';

// process.env: an object that holds strings only, as the environment of a real process does.

const {
  Proxy,
  ReflectDefineProperty,
  TypeError,
} = primordials;

function toText(value) {
  if (typeof value === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
  return `${value}`;
}

function makeEnvironment(entries) {
  return new Proxy({ ...entries }, {
    __proto__: null,
    set(target, name, value) {
      if (typeof name === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
      target[name] = toText(value);
      return true;
    },
    defineProperty(target, name, descriptor) {
      return ReflectDefineProperty(target, name, {
        __proto__: null, configurable: true, enumerable: true, writable: true,
        value: toText(descriptor.value),
      });
    },
  });
}

module.exports = { makeEnvironment };
