'use strict';

// cp(): whole trees. Source: Node.js documentation "fs.cp(src, dest[, options], callback)". One set of
// rules for both ways: what they ask of files is given as `files`, whose results may be promises.

const { ObjectAssign, PromisePrototypeThen, StringPrototypeStartsWith } = primordials;
const { codes } = require('internal/errors');
const { binding, textOf, toPath, toSmallMode, validateCallback } = require('internal/fs/arguments');
const { constants } = require('internal/fs/constants');
const { request } = require('internal/fs/file_handle');
const { validateBoolean, validateFunction, validateObject } = require('internal/validators');
const { statsFrom } = require('internal/fs/stats');
const { dirname, isAbsolute, join, parse, resolve, sep } = require('path');
const { unmetered } = internalBinding('meter');

const kDefaults = {
  dereference: false, errorOnExist: false, filter: undefined, force: true, preserveTimestamps: false,
  recursive: false, verbatimSymlinks: false,
};

function validateCpOptions(options) {
  if (options === undefined) return { ...kDefaults };
  validateObject(options, 'options');
  options = ObjectAssign({}, kDefaults, options);
  validateBoolean(options.dereference, 'options.dereference');
  validateBoolean(options.errorOnExist, 'options.errorOnExist');
  validateBoolean(options.force, 'options.force');
  validateBoolean(options.preserveTimestamps, 'options.preserveTimestamps');
  validateBoolean(options.recursive, 'options.recursive');
  validateBoolean(options.verbatimSymlinks, 'options.verbatimSymlinks');
  options.mode = toSmallMode(options.mode);
  if (options.dereference === true && options.verbatimSymlinks === true)
    throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR('dereference', 'verbatimSymlinks');
  if (options.filter !== undefined) validateFunction(options.filter, 'options.filter');
  return options;
}

// ---- Rules ----

function refusal(code, name, message, path, errno) {
  return new codes[code]({ message, path, syscall: 'cp', errno, code: name });
}

const isSubfolder = unmetered((folder, inside) => {
  const from = resolve(folder);
  const to = resolve(inside);
  return to !== from && StringPrototypeStartsWith(to + sep, from === sep ? sep : from + sep);
});

const absoluteTarget = unmetered((path, target) => (isAbsolute(target) ? target : resolve(dirname(path), target)));
const parentOf = unmetered((path) => resolve(dirname(path)));
const isRoot = unmetered((path) => path === parse(resolve(path)).root);

function isSame(one, other) {
  return other.ino === one.ino && other.dev === one.dev;
}

// What may not be copied onto what.
function checkPair(src, srcStat, dest, destStat) {
  if (destStat !== null) {
    if (isSame(srcStat, destStat))
      throw refusal('ERR_FS_CP_EINVAL', 'EINVAL', 'src and dest cannot be the same', dest, 22);
    if (srcStat.isDirectory() && !destStat.isDirectory()) {
      throw refusal('ERR_FS_CP_DIR_TO_NON_DIR', 'EISDIR',
                    `cannot overwrite non-directory ${dest} with directory ${src}`, dest, 21);
    }
    if (!srcStat.isDirectory() && destStat.isDirectory()) {
      throw refusal('ERR_FS_CP_NON_DIR_TO_DIR', 'ENOTDIR',
                    `cannot overwrite directory ${dest} with non-directory ${src}`, dest, 20);
    }
  }
  if (srcStat.isDirectory() && isSubfolder(src, dest)) {
    throw refusal('ERR_FS_CP_EINVAL', 'EINVAL', `cannot copy ${src} to a subdirectory of self ${dest}`, dest, 22);
  }
}

function unsupported(stat, src, dest, { isSync, recursive }) {
  if (stat.isDirectory() && !recursive) {
    return new codes.ERR_FS_EISDIR({
      message: `${src} is a directory (not copied)`, path: src, syscall: 'cp',
      errno: isSync ? 22 : 21, code: 'EISDIR',
    });
  }
  return refusal('ERR_FS_CP_UNKNOWN', 'EINVAL', `cannot copy an unknown file type: ${dest}`, dest, 22);
}

// ---- A tree, step by step: each `yield` is an operation to carry out ----

function* statOf(path, dereference) {
  return statsFrom(yield [dereference ? binding.stat : binding.lstat, path, false]);
}

function* statIfThere(path, dereference) {
  try {
    return yield* statOf(path, dereference);
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

// A folder above `dest` must not be the one that is copied.
function* checkParents(src, srcStat, dest) {
  const parent = parentOf(dest);
  if (parent === parentOf(src) || isRoot(parent)) return;
  const stat = yield* statIfThere(parent, true);
  if (stat === null) return;
  if (isSame(srcStat, stat)) {
    throw refusal('ERR_FS_CP_EINVAL', 'EINVAL', `cannot copy ${src} to a subdirectory of self ${dest}`, dest, 22);
  }
  yield* checkParents(src, srcStat, parent);
}

function* copyTree(src, dest, options) {
  if (options.filter && !(yield options.filter(src, dest))) return;
  const srcStat = yield* statOf(src, options.dereference);
  const destStat = yield* statIfThere(dest, options.dereference);
  checkPair(src, srcStat, dest, destStat);
  yield* checkParents(src, srcStat, dest);
  if (destStat === null) yield [binding.mkdirAll, parentOf(dest), 0o777];
  yield* copyEntry(src, srcStat, dest, destStat, options);
}

// The same below the top, where a folder above was checked already.
function* copyChild(src, dest, options) {
  if (options.filter && !(yield options.filter(src, dest))) return;
  const srcStat = yield* statOf(src, options.dereference);
  const destStat = yield* statIfThere(dest, options.dereference);
  checkPair(src, srcStat, dest, destStat);
  yield* copyEntry(src, srcStat, dest, destStat, options);
}

function* copyEntry(src, srcStat, dest, destStat, options) {
  if (srcStat.isDirectory() && options.recursive) yield* copyFolder(src, srcStat, dest, destStat, options);
  else if (srcStat.isFile()) yield* copyFile(src, srcStat, dest, destStat, options);
  else if (srcStat.isSymbolicLink()) yield* copyLink(src, dest, destStat, options);
  else throw unsupported(srcStat, src, dest, options);
}

function* copyFile(src, srcStat, dest, destStat, options) {
  if (destStat !== null) {
    if (!options.force) {
      if (options.errorOnExist)
        throw refusal('ERR_FS_CP_EEXIST', 'EEXIST', `${dest} already exists`, dest, 17);
      return;
    }
    yield [binding.unlink, dest];
  }
  const mayReplace = (options.mode & constants.COPYFILE_EXCL) === 0;
  yield [binding.copyFile, src, dest, mayReplace];
  if (options.preserveTimestamps) yield [binding.utimes, dest, srcStat.atimeMs / 1000, srcStat.mtimeMs / 1000];
}

function* copyFolder(src, srcStat, dest, destStat, options) {
  if (destStat === null) yield [binding.mkdir, dest, 0o777];
  // Node's synchronous copy does not name the folder that cannot be read.
  const { 0: names } = yield [binding.opendir, src, !options.isSync];
  for (let i = 0; i < names.length; i++)
    yield* copyChild(join(src, names[i]), join(dest, names[i]), options);
  if (destStat === null) yield [binding.chmod, dest, srcStat.mode];
}

function* copyLink(src, dest, destStat, options) {
  let target = yield [binding.readlink, src];
  if (!options.verbatimSymlinks) target = absoluteTarget(src, target);
  if (destStat === null) {
    yield [binding.symlink, target, dest];
    return;
  }
  let destTarget;
  try {
    destTarget = yield [binding.readlink, dest];
  } catch (error) {
    if (error.code !== 'EINVAL') throw error;
    yield [binding.symlink, target, dest];
    return;
  }
  destTarget = absoluteTarget(dest, destTarget);
  if (isSubfolder(target, destTarget)) {
    throw refusal('ERR_FS_CP_EINVAL', 'EINVAL',
                  `cannot copy ${target} to a subdirectory of self ${destTarget}`, dest, 22);
  }
  if (isSubfolder(destTarget, target)) {
    throw refusal('ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY', 'EINVAL',
                  `cannot overwrite ${destTarget} with ${target}`, dest, 22);
  }
  yield [binding.unlink, dest];
  yield [binding.symlink, target, dest];
}

// ---- Both ways ----

function isOperation(step) {
  return step !== null && typeof step === 'object' && typeof step[0] === 'function';
}

function runSync(steps) {
  let step = steps.next();
  while (!step.done) {
    let value = step.value;
    if (isOperation(value)) {
      try {
        value = value[0](value[1], value[2], value[3]);
      } catch (error) {
        step = steps.throw(error);
        continue;
      }
    }
    step = steps.next(value);
  }
}

async function runAsync(steps) {
  let step = steps.next();
  while (!step.done) {
    let value;
    try {
      value = await (isOperation(step.value) ? request(...step.value) : step.value);
    } catch (error) {
      step = steps.throw(error);
      continue;
    }
    step = steps.next(value);
  }
}

function requireSyncFilter(options) {
  if (options.filter === undefined) return options;
  const { filter } = options;
  return {
    ...options,
    filter(src, dest) {
      const wanted = filter(src, dest);
      if (require('internal/util/types').isPromise(wanted))
        throw new codes.ERR_INVALID_RETURN_VALUE('boolean', 'filter', wanted);
      return wanted;
    },
  };
}

function cpSync(src, dest, options) {
  options = requireSyncFilter(validateCpOptions(options));
  src = textOf(toPath(src, 'src'));
  dest = textOf(toPath(dest, 'dest'));
  runSync(copyTree(src, dest, { ...options, isSync: true }));
}

async function cpPromise(src, dest, options) {
  options = validateCpOptions(options);
  src = textOf(toPath(src, 'src'));
  dest = textOf(toPath(dest, 'dest'));
  await runAsync(copyTree(src, dest, options));
}

function cp(src, dest, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  callback = validateCallback(callback);
  options = validateCpOptions(options);
  src = textOf(toPath(src, 'src'));
  dest = textOf(toPath(dest, 'dest'));
  PromisePrototypeThen(runAsync(copyTree(src, dest, options)),
                       () => process.nextTick(callback, null, undefined),
                       (error) => process.nextTick(callback, error));
}

module.exports = { cp, cpPromise, cpSync };
