'use strict';

// An uncaught error's way to the worker's parent: more of it survives than structured clone keeps, though what
// arrives is no error of the engine's any more. Source: Node.js documentation "Worker threads", Event: 'error'.

const {
  ArrayPrototypePush, ArrayPrototypeUnshift, Error, EvalError, ObjectCreate, ObjectDefineProperty,
  ObjectGetOwnPropertyDescriptor, ObjectGetOwnPropertyNames, ObjectGetPrototypeOf, RangeError, ReferenceError,
  SafeMap, SymbolToStringTag, SyntaxError, TypeError, URIError,
} = primordials;

const known = { __proto__: null, Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

// The error and its prototypes, but not that of all objects.
function chainOf(error) {
  const chain = [];
  for (let object = error; object !== null && ObjectGetPrototypeOf(object) !== null; object = ObjectGetPrototypeOf(object))
    ArrayPrototypeUnshift(chain, object);
  return chain;
}

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

// Of all along the chain, the error's own last. V8 has `name` first of what all errors have.
function propertiesOf(error) {
  const found = new SafeMap();
  found.set('name', undefined);
  const chain = chainOf(error);
  for (let i = 0; i < chain.length; i++) {
    const names = ObjectGetOwnPropertyNames(chain[i]);
    for (let j = 0; j < names.length; j++) {
      const name = names[j];
      const descriptor = ObjectGetOwnPropertyDescriptor(chain[i], name);
      let { value } = descriptor;
      try {
        if (descriptor.get !== undefined) value = error[name];
      } catch {
        continue;
      }
      if (typeof value === 'function' || name === '__proto__') continue;
      const sent = name === 'cause' ? serializeError(value) : { value };
      if ('value' in sent && !isCloneable(sent.value)) continue;
      const { enumerable, configurable, writable = false } = descriptor;
      found.set(name, { name, sent, enumerable, configurable, writable });
    }
  }
  const properties = [];
  for (const property of found.values()) if (property !== undefined) ArrayPrototypePush(properties, property);
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
  const error = ObjectCreate(known[className].prototype);
  for (let i = 0; i < properties.length; i++) {
    const { name, sent: value, enumerable, configurable, writable } = properties[i];
    ObjectDefineProperty(error, name, {
      __proto__: null, configurable, enumerable, writable, value: deserializeError(value),
    });
  }
  ObjectDefineProperty(error, SymbolToStringTag, { __proto__: null, configurable: true, value: 'Error' });
  return error;
}

module.exports = { deserializeError, serializeError };
