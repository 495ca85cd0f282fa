'use strict';

// rm() and rmdir(): whole trees. Source: Node.js documentation "fs.rm(path[, options], callback)".

const { Promise, PromisePrototypeThen, SafePromiseAll } = primordials;
const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const { constants: { S_IFDIR, S_IFMT } } = require('internal/fs/constants');
const { binding, toPath, validateCallback } = require('internal/fs/arguments');
const { kMode } = require('internal/fs/stats');
const { validateBoolean, validateInt32, validateObject, validateUint32 } = require('internal/validators');

const kRmDefaults = { __proto__: null, recursive: false, force: false, retryDelay: 100, maxRetries: 0 };
const kRmdirDefaults = { __proto__: null, retryDelay: 100, maxRetries: 0, recursive: false };

function validateRmdirOptions(options, defaults = kRmdirDefaults) {
  if (options === undefined) return defaults;
  validateObject(options, 'options');
  options = { ...defaults, ...options };
  validateBoolean(options.recursive, 'options.recursive');
  validateInt32(options.retryDelay, 'options.retryDelay', 0);
  validateUint32(options.maxRetries, 'options.maxRetries');
  return options;
}

function validateRmOptions(options) {
  options = validateRmdirOptions(options, kRmDefaults);
  validateBoolean(options.force, 'options.force');
  return options;
}

function isFolder(numbers) {
  return (numbers[kMode] & S_IFMT) === S_IFDIR;
}

function isFolderError(path) {
  return new codes.ERR_FS_EISDIR({ code: 'EISDIR', message: 'is a directory', path, syscall: 'rm', errno: 21 });
}

function within(folder, name) {
  return typeof folder === 'string' ? `${folder}/${name}` :
    Buffer.concat([folder, Buffer.from(`/${name}`)]);
}

// ---- At once ----

function removeTreeSync(path, numbers) {
  if (!isFolder(numbers)) {
    binding.unlink(path);
    return;
  }
  const { 0: names } = binding.scandir(path);
  for (let i = 0; i < names.length; i++) {
    const child = within(path, names[i]);
    removeTreeSync(child, binding.lstat(child, false));
  }
  binding.rmdir(path);
}

function rmSync(path, options) {
  path = toPath(path);
  options = validateRmOptions(options);
  let numbers;
  try {
    numbers = binding.lstat(path, false);
  } catch (error) {
    if (options.force && error.code === 'ENOENT') return;
    throw error;
  }
  if (isFolder(numbers) && !options.recursive) throw isFolderError(path);
  removeTreeSync(path, numbers);
}

function rmdirSync(path, options) {
  path = toPath(path);
  if (options?.recursive) {
    warnOfRecursive();
    options = validateRmOptions({ ...options, force: false });
    removeTreeSync(path, folderOnlySync(path));
    return;
  }
  validateRmdirOptions(options);
  binding.rmdir(path);
}

function folderOnlySync(path) {
  const numbers = binding.lstat(path, false);
  if (!isFolder(numbers)) binding.rmdir(path);
  return numbers;
}

let warned = false;

function warnOfRecursive() {
  if (warned) return;
  warned = true;
  process.emitWarning(
    'In future versions of Node.js, fs.rmdir(path, { recursive: true }) will be removed. Use fs.rm(path, { recursive: true }) instead',
    'DeprecationWarning', 'DEP0147');
}

// ---- Later ----

function call(operation, ...args) {
  return new Promise((resolve, reject) => {
    operation(...args, (error, value) => {
      if (error !== null) reject(error);
      else resolve(value);
    });
  });
}

// A folder's files go at the same time, as in Node.
async function removeTree(path, numbers) {
  if (!isFolder(numbers)) return call(binding.unlink, path);
  const { 0: names } = await call(binding.scandir, path);
  const removals = [];
  for (let i = 0; i < names.length; i++) removals[i] = removeChild(within(path, names[i]));
  await SafePromiseAll(removals);
  await call(binding.rmdir, path);
}

async function removeChild(path) {
  await removeTree(path, await call(binding.lstat, path, false));
}

async function rmAsync(path, { force, recursive }) {
  let numbers;
  try {
    numbers = await call(binding.lstat, path, false);
  } catch (error) {
    if (force && error.code === 'ENOENT') return;
    throw error;
  }
  if (isFolder(numbers) && !recursive) throw isFolderError(path);
  await removeTree(path, numbers);
}

// Calls back outside of the promise, so that what the callback throws is an ordinary error.
function whenDone(promise, callback) {
  PromisePrototypeThen(promise, () => process.nextTick(callback, null), (error) => process.nextTick(callback, error));
}

function rm(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  path = toPath(path);
  options = validateRmOptions(options);
  validateCallback(callback);
  whenDone(rmAsync(path, options), callback);
}

function rmdirRecursive(path, options, callback) {
  callback = validateCallback(callback);
  path = toPath(path);
  warnOfRecursive();
  validateRmdirOptions(options);
  whenDone(rmdirRecursivePromise(path, options), callback);
}

async function rmPromise(path, options) {
  path = toPath(path);
  await rmAsync(path, validateRmOptions(options));
}

async function rmdirRecursivePromise(path, options) {
  warnOfRecursive();
  validateRmOptions({ ...options, force: false });
  const numbers = await call(binding.lstat, path, false);
  await (isFolder(numbers) ? removeTree(path, numbers) : call(binding.rmdir, path));
}

module.exports = {
  rm, rmPromise, rmSync, rmdirRecursive, rmdirRecursivePromise, rmdirSync, validateRmdirOptions,
};
