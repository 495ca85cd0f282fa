'use strict';

const { webcrypto } = require('crypto');
const attempt = (f) => {
  try {
    console.log(f());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
const view = new Uint8Array(32);
console.log(webcrypto.getRandomValues(view) === view, view.some((byte) => byte > 0), require('crypto').getRandomValues(new Uint32Array(0)));
for (const value of [5, null, undefined, {}, [], new Float64Array(1), new Float32Array(1), new DataView(new ArrayBuffer(2)), new ArrayBuffer(2)]) attempt(() => webcrypto.getRandomValues(value));
attempt(() => webcrypto.getRandomValues());
attempt(() => webcrypto.getRandomValues(new Uint8Array(65537)));
attempt(() => webcrypto.getRandomValues(new Uint8Array(65536)).length);
attempt(() => webcrypto.getRandomValues.call({}, new Uint8Array(1)));
attempt(() => webcrypto.randomUUID.call({}));
attempt(() => new webcrypto.constructor());
attempt(() => new webcrypto.subtle.constructor());
attempt(() => new CryptoKey());
