'use strict';

// Source: Node.js documentation "Path". One implementation for both flavours: they differ in what
// separates names and in what stands before the first one (a root, a drive, a network share).

const {
  ArrayPrototypeJoin,
  ArrayPrototypePop,
  ArrayPrototypePush,
  StringPrototypeCharCodeAt,
  StringPrototypeEndsWith,
  StringPrototypeLastIndexOf,
  StringPrototypeSlice,
  StringPrototypeToLowerCase,
} = primordials;
const { unmetered } = internalBinding('meter');
const { validateObject, validateString } = require('internal/validators');

const kSlash = 47;
const kBackslash = 92;
const kColon = 58;

function isPosixSeparator(code) {
  return code === kSlash;
}

function isWindowsSeparator(code) {
  return code === kSlash || code === kBackslash;
}

function isDriveLetter(code) {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

// The names of a path with "." and ".." worked out. A relative path keeps leading ".."s.
function normalizedNames(text, isSeparator, isAbsolute) {
  const names = [];
  for (let start = 0; start <= text.length;) {
    let end = start;
    while (end < text.length && !isSeparator(StringPrototypeCharCodeAt(text, end))) end++;
    const name = StringPrototypeSlice(text, start, end);
    if (name === '..') {
      if (names.length > 0 && names[names.length - 1] !== '..') ArrayPrototypePop(names);
      else if (!isAbsolute) ArrayPrototypePush(names, '..');
    } else if (name !== '' && name !== '.') {
      ArrayPrototypePush(names, name);
    }
    start = end + 1;
  }
  return names;
}

// What stands before the names. { device, root, rest }: for "C:\\a" that is "C:", "\\", "a".
function splitPosix(path) {
  const isAbsolute = StringPrototypeCharCodeAt(path, 0) === kSlash;
  return { device: '', root: isAbsolute ? '/' : '', start: isAbsolute ? 1 : 0 };
}

function splitWindows(path) {
  const first = StringPrototypeCharCodeAt(path, 0);
  if (isWindowsSeparator(first)) {
    const share = shareOf(path);
    if (share !== undefined) return share;
    return { device: '', root: '\\', start: 1 };
  }
  if (isDriveLetter(first) && StringPrototypeCharCodeAt(path, 1) === kColon) {
    const device = StringPrototypeSlice(path, 0, 2);
    if (isWindowsSeparator(StringPrototypeCharCodeAt(path, 2))) return { device, root: '\\', start: 3 };
    return { device, root: '', start: 2 };
  }
  return { device: '', root: '', start: 0 };
}

// "\\\\server\\share\\..."
function shareOf(path) {
  if (!isWindowsSeparator(StringPrototypeCharCodeAt(path, 1))) return undefined;
  const endOfName = (from) => {
    let end = from;
    while (end < path.length && !isWindowsSeparator(StringPrototypeCharCodeAt(path, end))) end++;
    return end;
  };
  const serverEnd = endOfName(2);
  if (serverEnd === 2 || serverEnd === path.length) return undefined;
  let shareStart = serverEnd;
  while (shareStart < path.length && isWindowsSeparator(StringPrototypeCharCodeAt(path, shareStart))) shareStart++;
  const shareEnd = endOfName(shareStart);
  if (shareEnd === shareStart) return undefined;
  const device = `\\\\${StringPrototypeSlice(path, 2, serverEnd)}\\${StringPrototypeSlice(path, shareStart, shareEnd)}`;
  return { device, root: '\\', start: shareEnd < path.length ? shareEnd + 1 : shareEnd, isShare: true, end: shareEnd };
}

// A relative path that came to begin with a drive, or that Windows might read as one of a device.
function mayBeTakenForDrive(path, tail) {
  if (isDriveLetter(StringPrototypeCharCodeAt(tail, 0)) && StringPrototypeCharCodeAt(tail, 1) === kColon) return true;
  for (let i = 0; i < path.length; i++) {
    const endsName = i + 1 === path.length || isWindowsSeparator(StringPrototypeCharCodeAt(path, i + 1));
    if (StringPrototypeCharCodeAt(path, i) === kColon && endsName) return true;
  }
  return false;
}

function makePath({ sep, delimiter, isSeparator, split, currentFolder }) {
  const isWindows = sep === '\\';

  // The end of the path without separators at its end.
  function trimmedEnd(path, start) {
    let end = path.length;
    while (end > start && isSeparator(StringPrototypeCharCodeAt(path, end - 1))) end--;
    return end;
  }

  // Where the last name of path[start, end) begins.
  function lastNameStart(path, start, end) {
    let at = end;
    while (at > start && !isSeparator(StringPrototypeCharCodeAt(path, at - 1))) at--;
    return at;
  }

  function resolve(...parts) {
    let device = '';
    let tail = '';
    let isAbsolute = false;
    for (let i = parts.length - 1; i >= -1; i--) {
      let path;
      if (i >= 0) {
        path = parts[i];
        validateString(path, `paths[${i}]`);
        if (path.length === 0) continue;
      } else if (isWindows && device.length !== 0) {
        path = process.env[`=${device}`] || currentFolder();
        if (StringPrototypeToLowerCase(StringPrototypeSlice(path, 0, 2)) !== StringPrototypeToLowerCase(device)) path = `${device}\\`;
      } else {
        path = currentFolder();
      }
      const head = split(path);
      if (head.device !== '') {
        if (device !== '') {
          if (StringPrototypeToLowerCase(head.device) !== StringPrototypeToLowerCase(device)) continue;
        } else {
          device = head.device;
        }
      }
      if (!isAbsolute) {
        tail = `${StringPrototypeSlice(path, head.start)}${sep}${tail}`;
        isAbsolute = head.root !== '';
      }
      if (isAbsolute && (!isWindows || device !== '')) break;
    }
    const names = ArrayPrototypeJoin(normalizedNames(tail, isSeparator, isAbsolute), sep);
    return isAbsolute ? `${device}${sep}${names}` : `${device}${names}` || '.';
  }

  function normalize(path) {
    validateString(path, 'path');
    if (path.length === 0) return '.';
    const head = split(path);
    const isAbsolute = head.root !== '';
    let tail = ArrayPrototypeJoin(normalizedNames(StringPrototypeSlice(path, head.start), isSeparator, isAbsolute), sep);
    if (tail === '' && !isAbsolute) tail = '.';
    const endsWithSeparator = path.length > head.start && isSeparator(StringPrototypeCharCodeAt(path, path.length - 1));
    if (tail !== '' && endsWithSeparator) tail += sep;
    if (isWindows && !isAbsolute && head.device === '' && mayBeTakenForDrive(path, tail)) return `.\\${tail}`;
    return `${head.device}${isAbsolute ? sep : ''}${tail}`;
  }

  function isAbsolute(path) {
    validateString(path, 'path');
    return path.length > 0 && split(path).root !== '';
  }

  function join(...parts) {
    let joined;
    let first;
    for (let i = 0; i < parts.length; i++) {
      validateString(parts[i], 'path');
      if (parts[i].length === 0) continue;
      if (joined === undefined) joined = first = parts[i];
      else joined += `${sep}${parts[i]}`;
    }
    if (joined === undefined) return '.';
    if (!isWindows) return normalize(joined);
    // Two separators that only come of joining must not look like a network share.
    let separators = 0;
    while (separators < joined.length && isSeparator(StringPrototypeCharCodeAt(joined, separators))) separators++;
    let own = 0;
    while (own < first.length && isSeparator(StringPrototypeCharCodeAt(first, own))) own++;
    const isShare = own === 2 && first.length > 2;
    if (!isShare && separators >= 2) joined = `\\${StringPrototypeSlice(joined, separators)}`;
    return normalize(joined);
  }

  function relative(from, to) {
    validateString(from, 'from');
    validateString(to, 'to');
    if (from === to) return '';
    from = resolve(from);
    to = resolve(to);
    const same = isWindows ? (a, b) => StringPrototypeToLowerCase(a) === StringPrototypeToLowerCase(b) : (a, b) => a === b;
    if (same(from, to)) return '';
    // Drives, servers and shares count as names.
    const fromNames = normalizedNames(from, isSeparator, true);
    const toNames = normalizedNames(to, isSeparator, true);
    let common = 0;
    while (common < fromNames.length && common < toNames.length && same(fromNames[common], toNames[common])) common++;
    if (isWindows && common === 0) return to;
    const names = [];
    for (let i = common; i < fromNames.length; i++) ArrayPrototypePush(names, '..');
    for (let i = common; i < toNames.length; i++) ArrayPrototypePush(names, toNames[i]);
    return ArrayPrototypeJoin(names, sep);
  }

  function toNamespacedPath(path) {
    if (!isWindows || typeof path !== 'string' || path.length === 0) return path;
    const resolved = resolve(path);
    if (resolved.length <= 2) return path;
    const third = StringPrototypeCharCodeAt(resolved, 2);
    if (StringPrototypeCharCodeAt(resolved, 0) === kBackslash) {
      if (StringPrototypeCharCodeAt(resolved, 1) === kBackslash && third !== 63 && third !== 46) {
        return `\\\\?\\UNC\\${StringPrototypeSlice(resolved, 2)}`;
      }
    } else if (isDriveLetter(StringPrototypeCharCodeAt(resolved, 0)) && StringPrototypeCharCodeAt(resolved, 1) === kColon &&
               third === kBackslash) {
      return `\\\\?\\${resolved}`;
    }
    return path;
  }

  // The length of what stands before the first name, as written.
  function headLength(path) {
    const head = split(path);
    return head.isShare ? head.start : head.device.length + head.root.length;
  }

  function dirname(path) {
    validateString(path, 'path');
    if (path.length === 0) return '.';
    const start = headLength(path);
    let end = trimmedEnd(path, start);
    end = lastNameStart(path, start, end);
    if (end > start) {
      let folderEnd = end;
      // "//a" keeps both its slashes; elsewhere the separator before the last name goes.
      folderEnd -= 1;
      return StringPrototypeSlice(path, 0, folderEnd < start ? start : folderEnd) || sep;
    }
    if (start === 0) return '.';
    if (!isWindows && StringPrototypeSlice(path, 0, 2) === '//' && path.length > 2 && trimmedEnd(path, 1) > 1) return '//';
    return StringPrototypeSlice(path, 0, start);
  }

  function basename(path, suffix) {
    if (suffix !== undefined) validateString(suffix, 'suffix');
    validateString(path, 'path');
    const start = isWindows && isDriveLetter(StringPrototypeCharCodeAt(path, 0)) &&
      StringPrototypeCharCodeAt(path, 1) === kColon ? 2 : 0;
    const end = trimmedEnd(path, start);
    const name = StringPrototypeSlice(path, lastNameStart(path, start, end), end);
    if (suffix === undefined || suffix.length === 0 || suffix.length > path.length) return name;
    if (suffix === path) return '';
    if (suffix !== name && StringPrototypeEndsWith(name, suffix)) {
      return StringPrototypeSlice(name, 0, name.length - suffix.length);
    }
    return name;
  }

  // A name's extension, from its last dot, unless the name begins with it or is "..".
  function extensionOf(name) {
    const dot = StringPrototypeLastIndexOf(name, '.');
    if (dot <= 0 || name === '..') return '';
    return StringPrototypeSlice(name, dot);
  }

  function extname(path) {
    validateString(path, 'path');
    return extensionOf(basename(path));
  }

  function format(object) {
    validateObject(object, 'pathObject');
    const directory = object.dir || object.root;
    const extension = object.ext ? `${object.ext[0] === '.' ? '' : '.'}${object.ext}` : '';
    const base = object.base || `${object.name || ''}${extension}`;
    if (!directory) return base;
    return directory === object.root ? `${directory}${base}` : `${directory}${sep}${base}`;
  }

  function parse(path) {
    validateString(path, 'path');
    const result = { root: '', dir: '', base: '', ext: '', name: '' };
    if (path.length === 0) return result;
    const start = headLength(path);
    result.root = StringPrototypeSlice(path, 0, start);
    const end = trimmedEnd(path, start);
    const nameStart = lastNameStart(path, start, end);
    result.base = StringPrototypeSlice(path, nameStart, end);
    result.ext = extensionOf(result.base);
    result.name = StringPrototypeSlice(result.base, 0, result.base.length - result.ext.length);
    result.dir = nameStart > start ? StringPrototypeSlice(path, 0, nameStart - 1) : result.root;
    return result;
  }

  const functions =
    { resolve, normalize, isAbsolute, join, relative, toNamespacedPath, dirname, basename, extname, format, parse };
  for (const name in functions) functions[name] = unmetered(functions[name]);
  return { ...functions, sep, delimiter, win32: null, posix: null };
}

const posix = makePath({
  sep: '/', delimiter: ':', isSeparator: isPosixSeparator, split: splitPosix, currentFolder: () => process.cwd(),
});
const win32 = makePath({
  sep: '\\', delimiter: ';', isSeparator: isWindowsSeparator, split: splitWindows, currentFolder: () => process.cwd(),
});
posix._makeLong = posix.toNamespacedPath;
win32._makeLong = win32.toNamespacedPath;
posix.win32 = win32.win32 = win32;
posix.posix = win32.posix = posix;

module.exports = posix;
