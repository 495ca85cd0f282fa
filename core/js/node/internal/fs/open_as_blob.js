'use strict';

// fs.openAsBlob(). The blob holds the file as it is now; Node's reads it later, and refuses if it has
// changed. Source: Node.js documentation "fs.openAsBlob(path[, options])".

const { PromisePrototypeThen } = primordials;
const { toPath } = require('internal/fs/arguments');
const { validateObject, validateString } = require('internal/validators');

function openAsBlob(path, options = {}) {
  validateObject(options, 'options');
  const type = options.type || '';
  validateString(type, 'options.type');
  path = toPath(path);
  const { Blob } = require('internal/blob');
  const { readFile } = require('internal/fs/promises').exports;
  return PromisePrototypeThen(readFile(path), (bytes) => new Blob([bytes], { type }));
}

module.exports = { openAsBlob };
