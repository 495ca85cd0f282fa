'use strict';

const crypto = require('crypto');
console.log(globalThis.crypto === crypto.webcrypto, crypto.subtle === crypto.webcrypto.subtle, typeof globalThis.crypto.randomUUID());
console.log(Object.getOwnPropertyDescriptor(globalThis, 'crypto'), Object.keys(globalThis).includes('crypto'));
console.log(crypto.webcrypto instanceof Crypto, crypto.subtle instanceof SubtleCrypto, String(crypto.webcrypto), Object.prototype.toString.call(crypto.subtle));
console.log(Object.getOwnPropertyNames(Crypto.prototype), Object.getOwnPropertyNames(SubtleCrypto.prototype));
