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

// A variable is nothing but a value.
function requireOrdinary(descriptor) {
  const { configurable, enumerable, get, set, value, writable } = descriptor;
  const { ERR_INVALID_OBJECT_DEFINE_PROPERTY } = require('internal/errors').codes;
  if (get !== undefined || set !== undefined)
    throw new ERR_INVALID_OBJECT_DEFINE_PROPERTY("'process.env' does not accept an accessor(getter/setter) descriptor");
  if (value === undefined || !configurable || !enumerable || !writable)
    throw new ERR_INVALID_OBJECT_DEFINE_PROPERTY(
      "'process.env' only accepts a configurable, writable, and enumerable data descriptor");
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
      requireOrdinary(descriptor);
      return ReflectDefineProperty(target, name, {
        __proto__: null, configurable: true, enumerable: true, writable: true,
        value: toText(descriptor.value),
      });
    },
  });
}

module.exports = { makeEnvironment };
