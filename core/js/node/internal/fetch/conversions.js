'use strict';

// What the classes of fetch do with arguments, in the words of Node 20.

const {
  ArrayIteratorPrototypeNext,
  ArrayPrototypeMap,
  ArrayPrototypeSymbolIterator,
  IteratorPrototype,
  ObjectDefineProperty,
  ObjectSetPrototypeOf,
  SymbolToStringTag,
  TypeError,
} = primordials;

function requireArguments(where, count, given) {
  if (given.length >= count) return;
  const found = given.length === 0 ? '0' : `only ${given.length}`;
  throw new TypeError(`${where}: ${count} argument${count === 1 ? '' : 's'} required, but ${found} found.`);
}

// A function that throws for what is not of the class; `read` throws for it, too.
function converted(Class, read) {
  return (value) => {
    if (value instanceof Class) {
      try {
        read(value);
        return;
      } catch {
        // An object that only inherits from the class.
      }
    }
    const error = new TypeError('Illegal invocation');
    error.code = 'ERR_INVALID_THIS';
    throw error;
  };
}

// An iterator over what there is now.
function snapshotIterator(tag, pairs, pick) {
  const inner = ArrayPrototypeSymbolIterator(ArrayPrototypeMap(pairs, pick));
  const iterator = { next: () => ArrayIteratorPrototypeNext(inner) };
  ObjectDefineProperty(iterator, SymbolToStringTag, { __proto__: null, configurable: true, value: tag });
  ObjectDefineProperty(iterator, 'next', { __proto__: null, enumerable: false });
  return ObjectSetPrototypeOf(iterator, IteratorPrototype);
}

function requireDictionary(value, where) {
  if (value === null || value === undefined || typeof value === 'object' || typeof value === 'function') return value ?? {};
  throw new TypeError(`${where}: Expected ${value} to be one of: Null, Undefined, Object.`);
}

function requireOneOf(value, allowed, where) {
  const text = `${value}`;
  for (let i = 0; i < allowed.length; i++) if (allowed[i] === text) return text;
  let list = allowed[0];
  for (let i = 1; i < allowed.length; i++) list += `, ${allowed[i]}`;
  throw new TypeError(`${where}: ${text} is not an accepted type. Expected one of ${list}.`);
}

module.exports = { converted, requireArguments, requireDictionary, requireOneOf, snapshotIterator };
