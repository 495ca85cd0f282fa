'use strict';

const crypto = require('crypto');
const attempt = (f) => {
  try {
    console.log(f());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
const key = crypto.createSecretKey(Buffer.from('0123456789abcdef'));
console.log(key.type, key.symmetricKeySize, key.export(), key.export({ format: 'buffer' }), key.export({ format: 'jwk' }), key.asymmetricKeyType);
console.log(key instanceof crypto.KeyObject, require('util').types.isKeyObject(key), require('util').types.isKeyObject({}), Object.prototype.toString.call(key));
console.log(key.equals(crypto.createSecretKey('0123456789abcdef', 'utf8')), key.equals(crypto.createSecretKey('x')), crypto.createSecretKey(Buffer.alloc(0)).symmetricKeySize);
console.log(crypto.createSecretKey('abcd', 'hex').export(), crypto.createSecretKey(new Uint16Array([1])).export(), crypto.createSecretKey(new ArrayBuffer(2)).export());
const source = Buffer.from('abc');
const copied = crypto.createSecretKey(source);
source[0] = 0;
console.log(copied.export().toString());
attempt(() => key.export({ format: 'x' }));
attempt(() => key.export(5));
attempt(() => key.equals(5));
for (const value of [undefined, null, 5, {}, []]) attempt(() => crypto.createSecretKey(value));
attempt(() => new crypto.KeyObject('secret', 5));
attempt(() => new crypto.KeyObject('x', {}));
attempt(() => crypto.KeyObject.from(5));
