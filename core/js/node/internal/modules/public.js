'use strict';

// Which built-in modules a program may require, and how.

const {
  ArrayPrototypeSlice,
  SafeSet,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
} = primordials;
const { exists } = internalBinding('builtins');

const kIds = [
  '_stream_duplex', '_stream_passthrough', '_stream_readable', '_stream_transform', '_stream_writable',
  'assert', 'assert/strict', 'async_hooks', 'buffer', 'child_process', 'cluster', 'console', 'constants', 'crypto',
  'dgram', 'diagnostics_channel', 'dns', 'dns/promises', 'events', 'fs', 'fs/promises', 'http', 'http2', 'https', 'module', 'net', 'os',
  'path', 'path/posix', 'path/win32', 'perf_hooks', 'process', 'querystring', 'readline', 'readline/promises',
  'stream', 'stream/consumers', 'stream/promises', 'stream/web', 'string_decoder', 'sys', 'timers',
  'timers/promises', 'tls', 'tty', 'url', 'util', 'util/types', 'v8', 'vm', 'worker_threads', 'zlib',
];
// Packages with a native add-on, which cannot be loaded here: the simulator has them itself.
const kProvided = ['sqlite3'];
const known = new SafeSet(kIds);
const kSchemeOnly = 'node:test';
const provided = new SafeSet(kProvided);
const kProvidedScheme = 'node:packages/';

function withoutScheme(request) {
  return StringPrototypeStartsWith(request, 'node:') ? StringPrototypeSlice(request, 5) : request;
}

// The name under which requirePublic() has such a package, or undefined.
function providedName(request) {
  return provided.has(request) ? kProvidedScheme + request : undefined;
}

function isProvided(name) {
  return StringPrototypeStartsWith(name, kProvidedScheme) &&
         provided.has(StringPrototypeSlice(name, kProvidedScheme.length));
}

function isPublic(id) {
  return known.has(id);
}

function requirePublic(request) {
  const id = withoutScheme(request);
  if (!isProvided(request) && request !== kSchemeOnly && (!known.has(id) || !exists(id))) {
    const { ERR_UNKNOWN_BUILTIN_MODULE } = require('internal/errors').codes;
    throw new ERR_UNKNOWN_BUILTIN_MODULE(request);
  }
  return require(id);
}

function publicIds() {
  return ArrayPrototypeSlice(kIds);
}

module.exports = { isPublic, providedName, publicIds, requirePublic, withoutScheme };
