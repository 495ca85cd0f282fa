'use strict';

// fs.promises. Source: Node.js documentation "Promises API".

const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const {
  binding, checkTemplate, checkText, copyOptions, encoded, getOptions, toFlags, toMode, toOwner, toPath, toSeconds,
  toSmallMode,
} = require('internal/fs/arguments');
const { constants } = require('internal/fs/constants');
const { entriesFrom } = require('internal/fs/dirent');
const {
  FileHandle, ftruncate, readWhole, request, throwIfAborted, writeWhole,
} = require('internal/fs/file_handle');
const { statFsFrom, statsFrom } = require('internal/fs/stats');
const { checkLinkType, folderOptions } = require('internal/fs/sync');
const { isArrayBufferView } = require('internal/util/types');
const { validateBoolean } = require('internal/validators');

async function access(path, mode = constants.F_OK) {
  path = toPath(path);
  await request(binding.access, path, toSmallMode(mode));
}

function requestOpen(path, flags, mode) {
  path = toPath(path);
  flags = toFlags(flags);
  mode = toMode(mode, 'mode', 0o666);
  return request(binding.open, path, flags, mode);
}

async function open(path, flags, mode) {
  return new FileHandle(await requestOpen(path, flags, mode));
}

// The same for the functions here: stacks tell the difference.
async function openHandle(path, flags, mode) {
  return new FileHandle(await requestOpen(path, flags, mode));
}

// Does something with a file, and closes it whatever comes of that.
async function using(handle, operation) {
  let result;
  try {
    result = await operation(handle);
  } catch (error) {
    try {
      await handle.close();
    } catch (notClosed) {
      throw require('internal/errors').aggregateTwoErrors(notClosed, error);
    }
    throw error;
  }
  await handle.close();
  return result;
}

async function readFile(path, options) {
  options = getOptions(options, { flag: 'r' });
  if (path instanceof FileHandle) return path.readFile(options);
  const flag = options.flag || 'r';
  throwIfAborted(options.signal);
  const handle = await openHandle(path, flag, 0o666);
  return using(handle, () => readWhole(handle, options));
}

function isIterable(data) {
  return require('internal/streams/status').isIterable(data);
}

async function writeFile(path, data, options) {
  options = getOptions(options, { encoding: 'utf8', mode: 0o666, flag: 'w', flush: false });
  const flag = options.flag || 'w';
  const flush = options.flush ?? false;
  validateBoolean(flush, 'options.flush');
  if (!isArrayBufferView(data) && (typeof data === 'string' || !isIterable(data))) {
    checkText(data, 'data');
    data = Buffer.from(data, options.encoding || 'utf8');
  }
  if (path instanceof FileHandle) return path.writeFile(data, options);
  throwIfAborted(options.signal);
  const handle = await openHandle(path, flag, options.mode);
  return using(handle, async () => {
    await writeWhole(handle, data, options);
    if (flush) await handle.sync();
  });
}

async function appendFile(path, data, options) {
  options = copyOptions(getOptions(options, { encoding: 'utf8', mode: 0o666, flag: 'a' }));
  options.flag ||= 'a';
  return writeFile(path, data, options);
}

async function stat(path, options = { bigint: false }) {
  return statsFrom(await request(binding.stat, toPath(path), Boolean(options.bigint)));
}

async function lstat(path, options = { bigint: false }) {
  return statsFrom(await request(binding.lstat, toPath(path), Boolean(options.bigint)));
}

async function statfs(path, options = { bigint: false }) {
  return statFsFrom(await request(binding.statfs, toPath(path), Boolean(options.bigint)));
}

async function truncate(path, len = 0) {
  const handle = await openHandle(path, 'r+');
  return using(handle, () => ftruncate(handle, len));
}

async function chmod(path, mode) {
  path = toPath(path);
  await request(binding.chmod, path, toMode(mode, 'mode'));
}

async function lchmod(path, mode) {
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED('lchmod()');
}

async function chown(path, uid, gid) {
  path = toPath(path);
  await request(binding.chown, path, toOwner(uid, 'uid'), toOwner(gid, 'gid'));
}

async function lchown(path, uid, gid) {
  path = toPath(path);
  await request(binding.lchown, path, toOwner(uid, 'uid'), toOwner(gid, 'gid'));
}

async function utimes(path, atime, mtime) {
  path = toPath(path);
  await request(binding.utimes, path, toSeconds(atime), toSeconds(mtime));
}

async function lutimes(path, atime, mtime) {
  path = toPath(path);
  await request(binding.lutimes, path, toSeconds(atime), toSeconds(mtime));
}

async function mkdir(path, options) {
  path = toPath(path);
  const { mode, recursive } = folderOptions(options);
  return await (recursive ? request(binding.mkdirAll, path, mode) : request(binding.mkdir, path, mode));
}

async function mkdtemp(prefix, options) {
  options = getOptions(options);
  prefix = toPath(prefix, 'prefix');
  checkTemplate(prefix);
  return encoded(await request(binding.mkdtemp, prefix), options.encoding);
}

async function readdir(path, options) {
  options = copyOptions(getOptions(options));
  path = toPath(path);
  if (options.recursive !== undefined && options.recursive !== null)
    validateBoolean(options.recursive, 'options.recursive');
  if (options.recursive) return readdirRecursive(path, options);
  return entriesFrom(await request(binding.scandir, path), path, options);
}

async function readdirRecursive(path, options) {
  const { take } = require('internal/fs/readdir_recursive');
  const { textOf } = require('internal/fs/arguments');
  const base = textOf(path);
  const results = [];
  const folders = [base];
  for (let i = 0; i < folders.length; i++)
    take(base, folders[i], await request(binding.scandir, folders[i]), options, results, folders);
  return results;
}

async function rm(path, options) {
  return require('internal/fs/rm').rmPromise(path, options);
}

async function rmdir(path, options) {
  path = toPath(path);
  const { rmdirRecursivePromise, validateRmdirOptions } = require('internal/fs/rm');
  options = validateRmdirOptions(options);
  if (options.recursive) return rmdirRecursivePromise(path, options);
  await request(binding.rmdir, path);
}

async function link(existingPath, newPath) {
  existingPath = toPath(existingPath, 'existingPath');
  await request(binding.link, existingPath, toPath(newPath, 'newPath'));
}

async function symlink(target, path, type_) {
  const type = typeof type_ === 'string' ? type_ : undefined;
  target = toPath(target, 'target');
  path = toPath(path);
  checkLinkType(type);
  await request(binding.symlink, target, path);
}

async function readlink(path, options) {
  options = getOptions(options);
  path = toPath(path, 'oldPath');
  return encoded(await request(binding.readlink, path), options.encoding);
}

async function realpath(path, options) {
  options = getOptions(options);
  return encoded(await request(binding.realpath, toPath(path)), options.encoding);
}

async function rename(oldPath, newPath) {
  oldPath = toPath(oldPath, 'oldPath');
  await request(binding.rename, oldPath, toPath(newPath, 'newPath'));
}

async function unlink(path) {
  await request(binding.unlink, toPath(path));
}

async function copyFile(src, dest, mode) {
  src = toPath(src, 'src');
  dest = toPath(dest, 'dest');
  await request(binding.copyFile, src, dest, (toSmallMode(mode) & 1) === 0);
}

async function cp(src, dest, options) {
  return require('internal/fs/cp').cpPromise(src, dest, options);
}

// Made by util.promisify(), as in Node.
async function opendir(path, options) {
  return require('internal/fs/dir').opendirPromise(path, options);
}

async function* _watch(filename, options = {}) {
  yield* require('internal/fs/watch').changesOf(filename, options);
}

module.exports = {
  exports: {
    access,
    copyFile,
    cp,
    open,
    opendir,
    rename,
    truncate,
    rm,
    rmdir,
    mkdir,
    readdir,
    readlink,
    symlink,
    lstat,
    stat,
    statfs,
    link,
    unlink,
    chmod,
    lchmod,
    lchown,
    chown,
    utimes,
    lutimes,
    realpath,
    mkdtemp,
    writeFile,
    appendFile,
    readFile,
    watch: _watch,
    constants,
  },
};
