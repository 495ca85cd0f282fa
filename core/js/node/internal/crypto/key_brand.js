'use strict';

// What makes a KeyObject one, whatever its prototype says.

class NativeKeyObject {
  #bytes;

  constructor(bytes) {
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

module.exports = NativeKeyObject;
