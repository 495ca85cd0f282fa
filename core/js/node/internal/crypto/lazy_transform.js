'use strict';

// A Transform that becomes a stream when something first asks it for its state: most hashes and ciphers are
// used by their methods alone.

const { FunctionPrototypeCall, ObjectDefineProperty, ObjectSetPrototypeOf, Symbol } = primordials;
const Transform = require('internal/streams/transform');
const { hide, kCore } = require('internal/streams/states');

const kIsBegun = Symbol('kIsBegun');

function LazyTransform(options) {
  this._options = options;
}
ObjectSetPrototypeOf(LazyTransform.prototype, Transform.prototype);
ObjectSetPrototypeOf(LazyTransform, Transform);

for (const name of ['_readableState', '_writableState', kCore]) {
  ObjectDefineProperty(LazyTransform.prototype, name, {
    __proto__: null,
    configurable: true,
    enumerable: typeof name === 'string',
    get() {
      if (this[kIsBegun]) return undefined;
      hide(this, kIsBegun, true);
      FunctionPrototypeCall(Transform, this, this._options);
      // Text is encoded where its bytes are used.
      this._writableState.decodeStrings = false;
      return this[name];
    },
    set(value) {
      ObjectDefineProperty(this, name, {
        __proto__: null, configurable: true, enumerable: true, writable: true, value,
      });
    },
  });
}

module.exports = LazyTransform;
