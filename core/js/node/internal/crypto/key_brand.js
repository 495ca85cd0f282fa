'use strict';

// What makes a KeyObject one, whatever its prototype says.

const { ObjectPrototype, ObjectSetPrototypeOf } = primordials;

class Given {
  constructor(object) {
    return object;
  }
}

class NativeKeyObject extends Given {
  #bytes;

  // `object`: an existing one that is to be a key.
  constructor(bytes, object) {
    super(object);
    this.#bytes = bytes;
  }

  // Of a secret.
  static bytesOf(key) {
    return key.#bytes;
  }

  static isKeyObject(value) {
    return value !== null && typeof value === 'object' && #bytes in value;
  }
}

// Programs see nothing of that.
ObjectSetPrototypeOf(NativeKeyObject.prototype, ObjectPrototype);

module.exports = NativeKeyObject;
