'use strict';

// readdir() with { recursive: true }: folder by folder, in the order in which they are found.

const { ArrayPrototypePush } = primordials;
const { binding, encoded, textOf } = require('internal/fs/arguments');
const { Dirent } = require('internal/fs/dirent');
const { constants: { UV_DIRENT_DIR, UV_DIRENT_LINK } } = require('internal/fs/constants');
const { join, relative } = require('path');
const { unmetered } = internalBinding('meter');

// Adds what a folder holds to the results, and its folders to those to look into.
const take = unmetered((base, folder, { 0: names, 1: types }, options, results, folders) => {
  for (let i = 0; i < names.length; i++) {
    const full = join(folder, names[i]);
    // Links are followed where only names are asked for, as in Node.
    if (types[i] === UV_DIRENT_DIR ||
        (types[i] === UV_DIRENT_LINK && !options.withFileTypes && binding.isFolder(full)))
      ArrayPrototypePush(folders, full);
    ArrayPrototypePush(results, options.withFileTypes ?
      new Dirent(encoded(names[i], options.encoding), types[i], folder) :
      encoded(relative(base, full), options.encoding));
  }
});

function readdirRecursiveSync(path, options) {
  const base = textOf(path);
  const results = [];
  const folders = [base];
  for (let i = 0; i < folders.length; i++)
    take(base, folders[i], binding.scandir(folders[i]), options, results, folders);
  return results;
}

module.exports = { readdirRecursiveSync, take };
