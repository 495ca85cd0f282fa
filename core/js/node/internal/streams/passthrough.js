'use strict';

const { FunctionPrototypeCall, ObjectSetPrototypeOf } = primordials;
const Transform = require('internal/streams/transform');

// The Transform that changes nothing.
module.exports = PassThrough;
ObjectSetPrototypeOf(PassThrough.prototype, Transform.prototype);
ObjectSetPrototypeOf(PassThrough, Transform);

function PassThrough(options) {
  if (!(this instanceof PassThrough)) return new PassThrough(options);
  FunctionPrototypeCall(Transform, this, options);
}

PassThrough.prototype._transform = function(chunk, encoding, callback) {
  callback(null, chunk);
};
