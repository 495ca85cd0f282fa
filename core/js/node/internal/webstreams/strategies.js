'use strict';

// Source: Streams Standard, "Queuing strategies".

const { ObjectDefineProperty, Symbol } = primordials;
const { codes } = require('internal/errors');
const { customInspectSymbol } = require('internal/util');
const { validateObject } = require('internal/validators');
const { countEach, inspectAs, shapeClass, stateOf } = require('internal/webstreams/shared');

const kByteLength = Symbol('kByteLength');
const kCount = Symbol('kCount');

// One of each for all instances.
const named = (size) => ObjectDefineProperty(size, 'name', { __proto__: null, value: 'size' });
const sizeInBytes = named((chunk) => chunk.byteLength);
const sizeAsOne = named(() => 1);

// Whether a size function counts chunks; the trace tells.
function countsObjects(size) {
  return size === countEach || size === sizeAsOne;
}

function markOf(init) {
  validateObject(init, 'init');
  if (init.highWaterMark === undefined) throw new codes.ERR_MISSING_OPTION('init.highWaterMark');
  return { mark: +init.highWaterMark };
}

class ByteLengthQueuingStrategy {
  constructor(init) {
    this[kByteLength] = markOf(init);
  }

  get highWaterMark() {
    return stateOf(this, kByteLength, 'ByteLengthQueuingStrategy').mark;
  }

  get size() {
    stateOf(this, kByteLength, 'ByteLengthQueuingStrategy');
    return sizeInBytes;
  }

  [customInspectSymbol](depth, options) {
    return inspectAs('ByteLengthQueuingStrategy', { highWaterMark: this.highWaterMark }, depth, options);
  }
}
shapeClass(ByteLengthQueuingStrategy, 'ByteLengthQueuingStrategy', ['highWaterMark', 'size']);

class CountQueuingStrategy {
  constructor(init) {
    this[kCount] = markOf(init);
  }

  get highWaterMark() {
    return stateOf(this, kCount, 'CountQueuingStrategy').mark;
  }

  get size() {
    stateOf(this, kCount, 'CountQueuingStrategy');
    return sizeAsOne;
  }

  [customInspectSymbol](depth, options) {
    return inspectAs('CountQueuingStrategy', { highWaterMark: this.highWaterMark }, depth, options);
  }
}
shapeClass(CountQueuingStrategy, 'CountQueuingStrategy', ['highWaterMark', 'size']);

module.exports = { ByteLengthQueuingStrategy, CountQueuingStrategy, countsObjects };
