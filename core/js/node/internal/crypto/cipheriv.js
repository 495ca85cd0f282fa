'use strict';

// Source: Node.js documentation "Class: Cipheriv".

const { FunctionPrototypeCall, ObjectSetPrototypeOf } = primordials;
const base = require('internal/crypto/cipher_base');
const LazyTransform = require('internal/crypto/lazy_transform');

function Cipheriv(cipher, key, iv, options) {
  if (!(this instanceof Cipheriv)) return new Cipheriv(cipher, key, iv, options);
  base.createCipherWithIV(this, cipher, true, key, options, iv);
  FunctionPrototypeCall(LazyTransform, this, options);
}
ObjectSetPrototypeOf(Cipheriv.prototype, LazyTransform.prototype);
ObjectSetPrototypeOf(Cipheriv, LazyTransform);

Cipheriv.prototype._transform = function _transform(chunk, encoding, callback) {
  base.transform(this, chunk, encoding, callback);
};

Cipheriv.prototype._flush = function _flush(callback) {
  base.flush(this, callback);
};

Cipheriv.prototype.update = function update(data, inputEncoding, outputEncoding) {
  return base.update(this, data, inputEncoding, outputEncoding);
};

Cipheriv.prototype.final = function final(outputEncoding) {
  return base.final(this, outputEncoding);
};

Cipheriv.prototype.setAutoPadding = function setAutoPadding(ap) {
  base.setAutoPadding(this, ap);
  return this;
};

Cipheriv.prototype.getAuthTag = function getAuthTag() {
  return base.getAuthTag(this);
};

Cipheriv.prototype.setAAD = function setAAD(aadbuf, options) {
  base.setAAD(this, aadbuf, options);
  return this;
};

module.exports = { Cipheriv };
