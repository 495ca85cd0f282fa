'use strict';

// process.env: an object that holds strings only, as the environment of a real process does.

const {
  ObjectKeys,
  ObjectPrototypeHasOwnProperty,
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

// `onSet(name, text)` is told of each variable that is set.
function makeEnvironment(entries, onSet) {
  return new Proxy({ ...entries }, {
    __proto__: null,
    set(target, name, value) {
      if (typeof name === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
      const text = toText(value);
      target[name] = text;
      onSet(name, text);
      return true;
    },
    defineProperty(target, name, descriptor) {
      requireOrdinary(descriptor);
      const text = toText(descriptor.value);
      onSet(name, text);
      return ReflectDefineProperty(target, name, {
        __proto__: null, configurable: true, enumerable: true, writable: true, value: text,
      });
    },
  });
}

// The one that threads share: SHARE_ENV of worker threads.
function makeSharedEnvironment() {
  const { shareVariable, sharedVariables } = internalBinding('worker');
  return new Proxy({}, {
    __proto__: null,
    get: (target, name) => (typeof name === 'symbol' ? undefined : sharedVariables()[name]),
    has: (target, name) => typeof name !== 'symbol' && ObjectPrototypeHasOwnProperty(sharedVariables(), name),
    set(target, name, value) {
      if (typeof name === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
      shareVariable(name, toText(value));
      return true;
    },
    deleteProperty(target, name) {
      if (typeof name !== 'symbol') shareVariable(name, undefined);
      return true;
    },
    ownKeys: () => ObjectKeys(sharedVariables()),
    getOwnPropertyDescriptor(target, name) {
      const variables = sharedVariables();
      if (typeof name === 'symbol' || !ObjectPrototypeHasOwnProperty(variables, name)) return undefined;
      return { __proto__: null, configurable: true, enumerable: true, writable: true, value: variables[name] };
    },
    defineProperty(target, name, descriptor) {
      requireOrdinary(descriptor);
      shareVariable(name, toText(descriptor.value));
      return true;
    },
  });
}

module.exports = { makeEnvironment, makeSharedEnvironment };
