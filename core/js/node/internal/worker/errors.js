'use strict';

// An uncaught error's way to the worker's parent: more of it survives than structured clone keeps. Source:
// Node.js documentation "Worker threads", Event: 'error'.

const {
  AggregateError, ArrayPrototypePush, Error, EvalError, ObjectCreate, ObjectDefineProperty,
  ObjectGetOwnPropertyDescriptor, ObjectGetOwnPropertyNames, ObjectGetPrototypeOf, ObjectPrototypeHasOwnProperty,
  RangeError, ReferenceError, SyntaxError, TypeError, URIError,
} = primordials;

const known = {
  __proto__: null, AggregateError, Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError,
};

// The language's own class that the error is of, by the names of the constructors of its prototypes.
function knownClass(error) {
  for (let prototype = error; prototype !== null; prototype = ObjectGetPrototypeOf(prototype)) {
    const constructor = ObjectGetOwnPropertyDescriptor(prototype, 'constructor')?.value;
    const name = typeof constructor === 'function' ?
      ObjectGetOwnPropertyDescriptor(constructor, 'name')?.value : undefined;
    if (typeof name === 'string' && known[name] !== undefined) return name;
  }
  return undefined;
}

function isCloneable(value) {
  try {
    require('internal/worker/clone').throwIfUncloneable(value, []);
    return true;
  } catch {
    return false;
  }
}

function propertiesOf(error) {
  const properties = [];
  const seen = { __proto__: null };
  for (let object = error; object !== null; object = ObjectGetPrototypeOf(object)) {
    const names = ObjectGetOwnPropertyNames(object);
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      if (seen[name] || name === 'constructor' || name === '__proto__') continue;
      const descriptor = ObjectGetOwnPropertyDescriptor(object, name);
      let value;
      try {
        value = descriptor.get === undefined ? descriptor.value : error[name];
      } catch {
        continue;
      }
      if (typeof value === 'function' || !isCloneable(value)) continue;
      seen[name] = true;
      ArrayPrototypePush(properties, { name, value, enumerable: descriptor.enumerable });
    }
  }
  return properties;
}

// What is sent for an error: one of { error }, { value }, { text }.
function serializeError(error) {
  const { isNativeError } = require('internal/util/types');
  if (isNativeError(error)) {
    const className = knownClass(error);
    if (className !== undefined) return { error: { className, properties: propertiesOf(error) } };
  }
  if (isCloneable(error)) return { value: error };
  return { text: require('internal/util/inspect').inspect(error) };
}

function deserializeError(sent) {
  if (sent.error === undefined) return 'text' in sent ? sent.text : sent.value;
  const { className, properties } = sent.error;
  const error = new known[className]('');
  const names = ObjectGetOwnPropertyNames(error);
  for (let i = 0; i < names.length; i++) delete error[names[i]];
  for (let i = 0; i < properties.length; i++) {
    const { name, value, enumerable } = properties[i];
    if (!ObjectPrototypeHasOwnProperty(error, name) && ObjectCreate(known[className].prototype)[name] === value) continue;
    ObjectDefineProperty(error, name, { __proto__: null, configurable: true, enumerable, writable: true, value });
  }
  return error;
}

module.exports = { deserializeError, serializeError };
