'use strict';

// package.json: scopes, "main", "exports" and "imports".
// Source: Node.js documentation "Modules: Packages" and the resolution algorithm of "ECMAScript modules".

const {
  ArrayIsArray,
  ArrayPrototypeIncludes,
  JSONParse,
  ObjectKeys,
  ObjectSetPrototypeOf,
  SafeMap,
  StringPrototypeEndsWith,
  StringPrototypeIndexOf,
  StringPrototypeReplaceAll,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
} = primordials;
const { kind, notePathList, readSource } = internalBinding('modules');
const path = require('path');

const kFile = 1;
const files = notePathList(new SafeMap());

// The package.json in a folder: { file, folder, data }, or undefined.
function read(folder) {
  const file = path.join(folder, 'package.json');
  if (files.has(file)) return files.get(file);
  const found = kind(file) === kFile ? { file, folder, data: parse(file) } : undefined;
  files.set(file, found);
  return found;
}

function parse(file) {
  try {
    const data = JSONParse(readSource(file)) ?? {};
    // What a program puts on Object.prototype is no field of a package.
    return typeof data === 'object' ? ObjectSetPrototypeOf(data, null) : data;
  } catch (error) {
    const { ERR_INVALID_PACKAGE_CONFIG } = require('internal/errors').codes;
    throw new ERR_INVALID_PACKAGE_CONFIG(file, undefined, error.message);
  }
}

// The package a file belongs to: the nearest package.json above it, not beyond a node_modules folder.
function scopeOf(filename) {
  let folder = path.dirname(filename);
  for (;;) {
    if (path.basename(folder) === 'node_modules') return undefined;
    const found = read(folder);
    if (found) return found;
    const parent = path.dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}

// 'pkg/a/b' -> { name: 'pkg', subpath: './a/b' }, also for '@scope/pkg/a'.
function splitName(request) {
  let end = StringPrototypeIndexOf(request, '/');
  if (request[0] === '@' && end !== -1) end = StringPrototypeIndexOf(request, '/', end + 1);
  if (end === -1) return { name: request, subpath: '.' };
  return {
    name: StringPrototypeSlice(request, 0, end),
    subpath: '.' + StringPrototypeSlice(request, end),
  };
}

// The file "exports" gives for a subpath, or undefined if the package has no "exports".
function resolveExports(folder, subpath, conditions) {
  const found = read(folder);
  const exports = found?.data.exports;
  if (exports === undefined || exports === null) return undefined;
  const target = matchExports(exports, subpath);
  const resolved = target === undefined ? undefined :
    resolveTarget(found, target.value, target.rest, conditions);
  if (resolved) return resolved;
  const { ERR_PACKAGE_PATH_NOT_EXPORTED } = require('internal/errors').codes;
  throw new ERR_PACKAGE_PATH_NOT_EXPORTED(folder + '/', subpath);
}

function isConditions(exports) {
  if (typeof exports === 'string' || ArrayIsArray(exports)) return true;
  const keys = ObjectKeys(exports);
  return keys.length === 0 || keys[0][0] !== '.';
}

function matchExports(exports, subpath) {
  if (isConditions(exports)) return subpath === '.' ? { value: exports } : undefined;
  return matchPattern(exports, subpath);
}

// The entry for a key: exact, else the longest pattern 'prefix*suffix' that fits.
function matchPattern(map, key) {
  if (map[key] !== undefined && StringPrototypeIndexOf(key, '*') === -1) return { value: map[key] };
  let best;
  let bestLength = -1;
  const patterns = ObjectKeys(map);
  for (let i = 0; i < patterns.length; i++) {
    const star = StringPrototypeIndexOf(patterns[i], '*');
    if (star === -1 || star <= bestLength) continue;
    const prefix = StringPrototypeSlice(patterns[i], 0, star);
    const suffix = StringPrototypeSlice(patterns[i], star + 1);
    if (key.length < patterns[i].length || !StringPrototypeStartsWith(key, prefix) ||
        !StringPrototypeEndsWith(key, suffix)) continue;
    best = { value: map[patterns[i]],
             rest: StringPrototypeSlice(key, star, key.length - suffix.length) };
    bestLength = star;
  }
  return best;
}

function resolveTarget(found, target, rest, conditions) {
  if (typeof target === 'string') return targetFile(found, target, rest, conditions);
  if (ArrayIsArray(target)) {
    for (let i = 0; i < target.length; i++) {
      const resolved = resolveTarget(found, target[i], rest, conditions);
      if (resolved) return resolved;
    }
    return undefined;
  }
  if (target === null || typeof target !== 'object') return undefined;
  const keys = ObjectKeys(target);
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] !== 'default' && !ArrayPrototypeIncludes(conditions, keys[i])) continue;
    const resolved = resolveTarget(found, target[keys[i]], rest, conditions);
    if (resolved !== undefined) return resolved;
  }
  return undefined;
}

function targetFile(found, target, rest, conditions) {
  const filled = rest === undefined ? target : StringPrototypeReplaceAll(target, '*', rest);
  if (StringPrototypeStartsWith(filled, './')) return path.join(found.folder, filled);
  return inNodeModulesAbove(filled, found.folder, conditions);
}

// A package.json target that names another package ("imports" may).
function inNodeModulesAbove(request, folder, conditions) {
  const Module = require('internal/modules/cjs');
  const folders = Module._nodeModulePaths(folder);
  const { name, subpath } = splitName(request);
  for (let i = 0; i < folders.length; i++) {
    const packageFolder = path.join(folders[i], name);
    if (read(packageFolder) === undefined) continue;
    return resolveExports(packageFolder, subpath, conditions) ??
      Module._resolveFilename(path.join(folders[i], request), undefined, false);
  }
  return undefined;
}

// '#name' through the "imports" of the package the folder belongs to.
function resolveImport(request, folder, conditions) {
  const found = scopeOf(path.join(folder, 'x'));
  const target = found?.data.imports && matchPattern(found.data.imports, request);
  const resolved = target && resolveTarget(found, target.value, target.rest, conditions);
  if (resolved) return resolved;
  const { ERR_PACKAGE_IMPORT_NOT_DEFINED } = require('internal/errors').codes;
  throw new ERR_PACKAGE_IMPORT_NOT_DEFINED(request, found && found.folder + '/', folder + '/');
}

// A package that requires itself by name.
function resolveSelf(request, folder, conditions) {
  const found = scopeOf(path.join(folder, 'x'));
  if (found?.data.exports === undefined || found.data.name === undefined) return undefined;
  const { name, subpath } = splitName(request);
  if (name !== found.data.name) return undefined;
  return resolveExports(found.folder, subpath, conditions);
}

module.exports = { read, resolveExports, resolveImport, resolveSelf, scopeOf, splitName };
