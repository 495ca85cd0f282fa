'use strict';

// A value in a message, without running any of its code: as V8's own messages show it.

const { ObjectGetPrototypeOf, String } = primordials;

function describeWithoutInspecting(value) {
  if (typeof value === 'string') return value;
  if (typeof value === 'symbol') return String(value);
  if (typeof value === 'function') return `${value}`;
  if (typeof value !== 'object' || value === null) return `${value}`;
  const constructor = ObjectGetPrototypeOf(value)?.constructor;
  return `#<${typeof constructor === 'function' && constructor.name ? constructor.name : 'Object'}>`;
}

module.exports = { describeWithoutInspecting };
