'use strict';

// fs.realpath(), which names what is missing by its own path, and fs.realpath.native(). Source:
// Node.js documentation "fs.realpath(path[, options], callback)".

const { StringPrototypeIndexOf, StringPrototypeSlice } = primordials;
const { resolve } = require('path');
const { unmetered } = internalBinding('meter');
const { binding, encoded, getOptions, textOf, toPath, validateCallback, validatePath } =
  require('internal/fs/arguments');
const { isURL } = require('internal/url');
const { isArrayBufferView } = require('internal/util/types');

// Whatever is no path is taken for a text.
function toFullPath(path) {
  if (isURL(path)) path = toPath(path);
  const text = isArrayBufferView(path) ? textOf(path) : `${path}`;
  validatePath(text);
  return resolve(text);
}

// The first part of a path that leads nowhere for its links.
function firstLoop(path) {
  for (let end = 1; ; end++) {
    end = StringPrototypeIndexOf(path, '/', end);
    if (end === -1) return path;
    const part = StringPrototypeSlice(path, 0, end);
    try {
      binding.stat(part, false);
    } catch {
      return part;
    }
  }
}

// Node looks at each part of the path by lstat(), which fails for the first that is not there.
const asLstat = unmetered((error, path) => {
  const call = error.code === 'ELOOP' ? 'stat' : 'lstat';
  const missing = error.code === 'ELOOP' ? firstLoop(path) : binding.firstMissing(path);
  const words = StringPrototypeSlice(error.message, 0, StringPrototypeIndexOf(error.message, ', '));
  error.message = `${words}, ${call} '${missing}'`;
  error.syscall = call;
  error.path = missing;
  return error;
});

function realpathSync(path, options) {
  options = getOptions(options);
  path = toFullPath(path);
  try {
    return encoded(binding.realpath(path), options.encoding);
  } catch (error) {
    throw asLstat(error, path);
  }
}

function realpath(path, options, callback) {
  callback = validateCallback(typeof options === 'function' ? options : callback);
  options = getOptions(options);
  path = toFullPath(path);
  binding.realpath(path, (error, result) => {
    if (error !== null) callback(asLstat(error, path));
    else callback(null, encoded(result, options.encoding));
  });
}

realpathSync.native = (path, options) => {
  options = getOptions(options);
  return encoded(binding.realpath(toPath(path)), options.encoding);
};

realpath.native = (path, options, callback) => {
  callback = validateCallback(callback || options);
  options = getOptions(options);
  path = toPath(path);
  binding.realpath(path, (error, result) => {
    if (error !== null) callback(error);
    else callback(null, encoded(result, options.encoding));
  });
};

module.exports = { realpath, realpathSync };
