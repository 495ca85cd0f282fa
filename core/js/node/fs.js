'use strict';

// Source: Node.js documentation "File system". The files are those of the simulated machine
// (core/os/files.h); the parts of the module lie in internal/fs.

const { ObjectDefineProperties } = primordials;
const callbacks = require('internal/fs/callbacks');
const { constants } = require('internal/fs/constants');
const { toSeconds } = require('internal/fs/arguments');
const { Dirent } = require('internal/fs/dirent');
const { realpath, realpathSync } = require('internal/fs/realpath');
const { Stats } = require('internal/fs/stats');
const sync = require('internal/fs/sync');
const { appendFile, readFile, writeFile } = require('internal/fs/whole_files');

// A part of the module that is loaded when it is first called.
function lazily(id, name, length) {
  const method = { [name](...args) { return require(id)[name](...args); } }[name];
  return ObjectDefineProperties(method, { length: { __proto__: null, value: length } });
}

module.exports = {
  appendFile,
  appendFileSync: sync.appendFileSync,
  access: callbacks.access,
  accessSync: sync.accessSync,
  chown: callbacks.chown,
  chownSync: sync.chownSync,
  chmod: callbacks.chmod,
  chmodSync: sync.chmodSync,
  close: callbacks.close,
  closeSync: sync.closeSync,
  copyFile: callbacks.copyFile,
  copyFileSync: sync.copyFileSync,
  cp: lazily('internal/fs/cp', 'cp', 4),
  cpSync: lazily('internal/fs/cp', 'cpSync', 3),
  createReadStream,
  createWriteStream,
  exists: callbacks.exists,
  existsSync: sync.existsSync,
  fchown: callbacks.fchown,
  fchownSync: sync.fchownSync,
  fchmod: callbacks.fchmod,
  fchmodSync: sync.fchmodSync,
  fdatasync: callbacks.fdatasync,
  fdatasyncSync: sync.fdatasyncSync,
  fstat: callbacks.fstat,
  fstatSync: sync.fstatSync,
  fsync: callbacks.fsync,
  fsyncSync: sync.fsyncSync,
  ftruncate: callbacks.ftruncate,
  ftruncateSync: sync.ftruncateSync,
  futimes: callbacks.futimes,
  futimesSync: sync.futimesSync,
  lchown: callbacks.lchown,
  lchownSync: sync.lchownSync,
  lchmod: undefined,
  lchmodSync: undefined,
  link: callbacks.link,
  linkSync: sync.linkSync,
  lstat: callbacks.lstat,
  lstatSync: sync.lstatSync,
  lutimes: callbacks.lutimes,
  lutimesSync: sync.lutimesSync,
  mkdir: callbacks.mkdir,
  mkdirSync: sync.mkdirSync,
  mkdtemp: callbacks.mkdtemp,
  mkdtempSync: sync.mkdtempSync,
  open: callbacks.open,
  openSync: sync.openSync,
  openAsBlob: lazily('internal/fs/open_as_blob', 'openAsBlob', 1),
  readdir: callbacks.readdir,
  readdirSync: sync.readdirSync,
  read: callbacks.read,
  readSync: sync.readSync,
  readv: callbacks.readv,
  readvSync: sync.readvSync,
  readFile,
  readFileSync: sync.readFileSync,
  readlink: callbacks.readlink,
  readlinkSync: sync.readlinkSync,
  realpath,
  realpathSync,
  rename: callbacks.rename,
  renameSync: sync.renameSync,
  rm: lazily('internal/fs/rm', 'rm', 3),
  rmSync: lazily('internal/fs/rm', 'rmSync', 2),
  rmdir: callbacks.rmdir,
  rmdirSync: lazily('internal/fs/rm', 'rmdirSync', 2),
  stat: callbacks.stat,
  statfs: callbacks.statfs,
  statSync: sync.statSync,
  statfsSync: sync.statfsSync,
  symlink: callbacks.symlink,
  symlinkSync: sync.symlinkSync,
  truncate: callbacks.truncate,
  truncateSync: sync.truncateSync,
  unwatchFile: lazily('internal/fs/watch_file', 'unwatchFile', 2),
  unlink: callbacks.unlink,
  unlinkSync: sync.unlinkSync,
  utimes: callbacks.utimes,
  utimesSync: sync.utimesSync,
  watch: lazily('internal/fs/watch', 'watch', 3),
  watchFile: lazily('internal/fs/watch_file', 'watchFile', 3),
  writeFile,
  writeFileSync: sync.writeFileSync,
  write: callbacks.write,
  writeSync: sync.writeSync,
  writev: callbacks.writev,
  writevSync: sync.writevSync,
  Dirent,
  Stats,
  get ReadStream() { return classOf('ReadStream'); },
  set ReadStream(value) { replaced.ReadStream = value; },
  get WriteStream() { return classOf('WriteStream'); },
  set WriteStream(value) { replaced.WriteStream = value; },
  // Older names.
  get FileReadStream() { return replaced.FileReadStream ?? require('internal/fs/streams').ReadStream; },
  set FileReadStream(value) { replaced.FileReadStream = value; },
  get FileWriteStream() { return replaced.FileWriteStream ?? require('internal/fs/streams').WriteStream; },
  set FileWriteStream(value) { replaced.FileWriteStream = value; },
  _toUnixTimestamp: toSeconds,
};
const fs = module.exports;

// What a program has put in their places.
const replaced = { __proto__: null };

function classOf(name) {
  return replaced[name] ?? require('internal/fs/streams')[name];
}

function createReadStream(path, options) {
  return new (classOf('ReadStream'))(path, options);
}

function createWriteStream(path, options) {
  return new (classOf('WriteStream'))(path, options);
}

function defineLazily(name, id) {
  let value;
  let isSet = false;
  ObjectDefineProperties(fs, {
    [name]: {
      __proto__: null, configurable: true, enumerable: true,
      get() { return isSet ? value : require(id)[name]; },
      set(next) {
        isSet = true;
        value = next;
      },
    },
  });
}
defineLazily('Dir', 'internal/fs/dir');
defineLazily('opendir', 'internal/fs/dir');
defineLazily('opendirSync', 'internal/fs/dir');

const fixed = (value) => ({ __proto__: null, configurable: false, enumerable: true, writable: false, value });
ObjectDefineProperties(fs, {
  F_OK: fixed(constants.F_OK),
  R_OK: fixed(constants.R_OK),
  W_OK: fixed(constants.W_OK),
  X_OK: fixed(constants.X_OK),
  constants: fixed(constants),
  promises: {
    __proto__: null, configurable: true, enumerable: true,
    get() { return require('internal/fs/promises').exports; },
  },
});
