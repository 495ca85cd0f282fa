'use strict';

// Source: Node.js documentation "Class: Decipheriv".

const { FunctionPrototypeCall, ObjectSetPrototypeOf } = primordials;
const base = require('internal/crypto/cipher_base');
const LazyTransform = require('internal/crypto/lazy_transform');

function Decipheriv(cipher, key, iv, options) {
  if (!(this instanceof Decipheriv)) return new Decipheriv(cipher, key, iv, options);
  base.createCipherWithIV(this, cipher, false, key, options, iv);
  FunctionPrototypeCall(LazyTransform, this, options);
}
ObjectSetPrototypeOf(Decipheriv.prototype, LazyTransform.prototype);
ObjectSetPrototypeOf(Decipheriv, LazyTransform);

Decipheriv.prototype._transform = function _transform(chunk, encoding, callback) {
  base.transform(this, chunk, encoding, callback);
};

Decipheriv.prototype._flush = function _flush(callback) {
  base.flush(this, callback);
};

Decipheriv.prototype.update = function update(data, inputEncoding, outputEncoding) {
  return base.update(this, data, inputEncoding, outputEncoding);
};

Decipheriv.prototype.final = function final(outputEncoding) {
  return base.final(this, outputEncoding);
};

Decipheriv.prototype.setAutoPadding = function setAutoPadding(ap) {
  base.setAutoPadding(this, ap);
  return this;
};

Decipheriv.prototype.setAuthTag = function setAuthTag(tagbuf, encoding) {
  base.setAuthTag(this, tagbuf, encoding);
  return this;
};

Decipheriv.prototype.setAAD = function setAAD(aadbuf, options) {
  base.setAAD(this, aadbuf, options);
  return this;
};

module.exports = { Decipheriv };
