'use strict';

// An entry of a folder. Source: Node.js documentation "Class: fs.Dirent".

const { ArrayPrototypePush, Symbol } = primordials;
const { constants } = require('internal/fs/constants');
const { encoded } = require('internal/fs/arguments');

const kType = Symbol('type');

class Dirent {
  constructor(name, type, path) {
    this.name = name;
    this.parentPath = path;
    this.path = path;
    this[kType] = type;
  }
  isDirectory() { return this[kType] === constants.UV_DIRENT_DIR; }
  isFile() { return this[kType] === constants.UV_DIRENT_FILE; }
  isBlockDevice() { return this[kType] === constants.UV_DIRENT_BLOCK; }
  isCharacterDevice() { return this[kType] === constants.UV_DIRENT_CHAR; }
  isSymbolicLink() { return this[kType] === constants.UV_DIRENT_LINK; }
  isFIFO() { return this[kType] === constants.UV_DIRENT_FIFO; }
  isSocket() { return this[kType] === constants.UV_DIRENT_SOCKET; }
}

// Names or Dirents of what the binding found in a folder.
function entriesFrom({ 0: names, 1: types }, path, { encoding, withFileTypes }) {
  const entries = [];
  for (let i = 0; i < names.length; i++) {
    const name = encoded(names[i], encoding);
    ArrayPrototypePush(entries, withFileTypes ? new Dirent(name, types[i], path) : name);
  }
  return entries;
}

module.exports = { Dirent, entriesFrom };
