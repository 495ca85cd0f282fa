'use strict';

// What each ERR_* code says: code -> [base class, message, ...further base classes the code comes in].
// A message is a text, with %s for the constructor's arguments, or a function of them whose `this` is
// the error, for messages with grammar and for errors that carry more than a message. 'SystemError'
// stands for internal/system_errors' class.
// Source: the errors Node 20 throws. Loaded when the first code is used.

const {
  ArrayIsArray,
  ArrayPrototypeIncludes,
  ArrayPrototypeJoin,
  ArrayPrototypeMap,
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  Error,
  JSONStringify,
  MathAbs,
  Number,
  NumberIsInteger,
  ObjectDefineProperty,
  RangeError,
  RegExpPrototypeExec,
  String,
  StringPrototypeEndsWith,
  StringPrototypeIncludes,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
  StringPrototypeToLowerCase,
  TypeError,
  URIError,
} = primordials;

function inspect(value, options) {
  return require('internal/util/inspect').inspect(value, options);
}

// "a, b, or c"
function formatList(items, word = 'and') {
  switch (items.length) {
    case 0: return '';
    case 1: return `${items[0]}`;
    case 2: return `${items[0]} ${word} ${items[1]}`;
    default: {
      const head = ArrayPrototypeJoin(ArrayPrototypeSlice(items, 0, -1), ', ');
      return `${head}, ${word} ${items[items.length - 1]}`;
    }
  }
}

const kLongestShownText = 28;

// The part after "Received": "type string ('x')", "an instance of Foo".
function describeReceived(value) {
  if (value === null || value === undefined) return `${value}`;
  switch (typeof value) {
    case 'function':
      return `function ${value.name}`;
    case 'object': {
      const { constructor } = value;
      const named = constructor !== null && constructor !== undefined &&
        (typeof constructor === 'function' || typeof constructor === 'object') &&
        'name' in constructor;
      return named ? `an instance of ${constructor.name}` : inspect(value, { depth: -1 });
    }
    case 'string': {
      const shown = value.length > kLongestShownText ?
        `${StringPrototypeSlice(value, 0, 25)}...` : value;
      return StringPrototypeIncludes(shown, "'") ?
        `type string (${JSONStringify(shown)})` : `type string ('${shown}')`;
    }
    default:
      return `type ${typeof value} (${inspect(value, { colors: false })})`;
  }
}

const kPrimitiveTypes = ['string', 'function', 'number', 'object', 'boolean', 'bigint', 'symbol'];

function isClassName(text) {
  return RegExpPrototypeExec(/^([A-Z][a-z0-9]*)+$/, text) !== null;
}

function sortExpectations(expected) {
  const types = [];
  const classes = [];
  const others = [];
  let object = false;
  for (let i = 0; i < expected.length; i++) {
    const text = expected[i];
    if (text === 'object' || text === 'Object') {
      object = true;
      ArrayPrototypePush(types, 'object');
    } else if (text === 'Function' || ArrayPrototypeIncludes(kPrimitiveTypes, text)) {
      ArrayPrototypePush(types, StringPrototypeToLowerCase(text));
    } else if (isClassName(text)) {
      ArrayPrototypePush(classes, text);
    } else {
      ArrayPrototypePush(others, text);
    }
  }
  // Beside classes, an object is one of them.
  if (object && classes.length > 0) {
    const kept = [];
    for (let i = 0; i < types.length; i++) {
      if (types[i] !== 'object') ArrayPrototypePush(kept, types[i]);
    }
    ArrayPrototypePush(classes, 'Object');
    return { types: kept, classes, others };
  }
  return { types, classes, others };
}

// "must be ..." of what was expected
function describeExpected(expected) {
  const { types, classes, others } = sortExpectations(ArrayIsArray(expected) ? expected : [expected]);
  const parts = [];
  if (types.length > 0) {
    ArrayPrototypePush(parts,
                       `${types.length > 1 ? 'one of type' : 'of type'} ${formatList(types, 'or')}`);
  }
  if (classes.length > 0)
    ArrayPrototypePush(parts, `an instance of ${formatList(classes, 'or')}`);
  if (others.length > 1) {
    ArrayPrototypePush(parts, `one of ${formatList(others, 'or')}`);
  } else if (others.length === 1) {
    const [text] = others;
    ArrayPrototypePush(parts, StringPrototypeToLowerCase(text) === text ? text : `an ${text}`);
  }
  return ArrayPrototypeJoin(parts, ' or ');
}

function nameOfArgument(name) {
  if (StringPrototypeEndsWith(name, ' argument')) return name;
  return `"${name}" ${StringPrototypeIncludes(name, '.') ? 'property' : 'argument'}`;
}

// 1234567 as 1_234_567
function separateThousands(text) {
  let result = '';
  let end = text.length;
  const start = text[0] === '-' ? 1 : 0;
  for (; end >= start + 4; end -= 3) result = `_${StringPrototypeSlice(text, end - 3, end)}${result}`;
  return `${StringPrototypeSlice(text, 0, end)}${result}`;
}

function showOutOfRange(input) {
  if (NumberIsInteger(input) && MathAbs(input) > 2 ** 32) return separateThousands(String(input));
  if (typeof input !== 'bigint') return inspect(input);
  const text = String(input);
  const large = input > 2n ** 32n || input < -(2n ** 32n);
  return `${large ? separateThousands(text) : text}n`;
}

function importedFrom(base) {
  return base ? ` imported from ${base}` : '';
}

function setEnumerable(error, name, value) {
  ObjectDefineProperty(error, name, {
    __proto__: null, configurable: true, enumerable: true, writable: true, value,
  });
}

function invalidPackageTarget(folder, key, target, isImport = false, base = undefined) {
  const relative = typeof target === 'string' && !isImport && target.length > 0 &&
    !StringPrototypeStartsWith(target, './');
  const hint = relative ? '; targets must start with "./"' : '';
  const from = `in the package config ${folder}package.json${importedFrom(base)}${hint}`;
  if (key === '.') return `Invalid "exports" main target ${JSONStringify(target)} defined ${from}`;
  const map = isImport ? 'imports' : 'exports';
  return `Invalid "${map}" target ${JSONStringify(target)} defined for '${key}' ${from}`;
}

function requireOfEsm(file, hasEsmSyntax, parent = null, packageJson = null) {
  const first = `require() of ES Module ${file}${parent ? ` from ${parent}` : ''} not supported.`;
  const toImport = 'a dynamic import() which is available in all CommonJS modules';
  if (!packageJson) {
    if (!StringPrototypeEndsWith(file, '.mjs')) return first;
    return `${first}\nInstead change the require of ${file} to ${toImport}.`;
  }
  const ownName = fileNameOf(file);
  const name = parent && fileNameOf(parent) === ownName ? file : ownName;
  if (hasEsmSyntax) return `${first}\nInstead change the require of ${name} in ${parent} to ${toImport}.`;
  return `${first}\n${name} is treated as an ES module file as it is a .js file whose nearest parent ` +
    'package.json contains "type": "module" which declares all .js files in that package scope as ES ' +
    `modules.\nInstead either rename ${name} to end in .cjs, change the requiring code to use dynamic ` +
    'import() which is available in all CommonJS modules, or change "type": "module" to "type": ' +
    `"commonjs" in ${packageJson} to treat all .js files as CommonJS (using .mjs for all ES modules ` +
    'instead).\n';
}

function fileNameOf(path) {
  return RegExpPrototypeExec(/[^/]*$/, path)[0];
}

function missingArguments(...names) {
  const shown = ArrayPrototypeMap(names, (name) => {
    if (!ArrayIsArray(name)) return `"${name}"`;
    return ArrayPrototypeJoin(ArrayPrototypeMap(name, (option) => `"${option}"`), ' or ');
  });
  return `The ${formatList(shown)} argument${names.length > 1 ? 's' : ''} must be specified`;
}

function received(value) {
  let text = inspect(value);
  if (text.length > 128) text = `${StringPrototypeSlice(text, 0, 128)}...`;
  return text;
}

const messages = {
  __proto__: null,
  ERR_ACCESS_DENIED: [Error, '%s'],
  ERR_AMBIGUOUS_ARGUMENT: [TypeError, 'The "%s" argument is ambiguous. %s'],
  ERR_ARG_NOT_ITERABLE: [TypeError, '%s must be iterable'],
  ERR_ASSERTION: [Error, '%s'],
  ERR_ASYNC_CALLBACK: [TypeError, '%s must be a function'],
  ERR_ASYNC_TYPE: [TypeError, 'Invalid name for async "type": %s'],
  ERR_BROTLI_INVALID_PARAM: [RangeError, '%s is not a valid Brotli parameter'],
  ERR_BUFFER_OUT_OF_BOUNDS: [RangeError, (name) => (
    name ? `"${name}" is outside of buffer bounds` : 'Attempt to access memory outside buffer bounds'
  )],
  ERR_BUFFER_TOO_LARGE: [RangeError, 'Cannot create a Buffer larger than %s bytes'],
  ERR_CHILD_CLOSED_BEFORE_REPLY: [Error, 'Child closed before reply received'],
  ERR_CHILD_PROCESS_IPC_REQUIRED: [
    Error, "Forked processes must have an IPC channel, missing value 'ipc' in %s"],
  ERR_CHILD_PROCESS_STDIO_MAXBUFFER: [RangeError, '%s maxBuffer length exceeded'],
  ERR_CONSOLE_WRITABLE_STREAM: [TypeError, 'Console expects a writable stream instance for %s'],
  ERR_CONTEXT_NOT_INITIALIZED: [Error, 'context used is not initialized'],
  ERR_CRYPTO_HASH_FINALIZED: [Error, 'Digest already called'],
  ERR_CRYPTO_HASH_UPDATE_FAILED: [Error, 'Hash update failed'],
  ERR_CRYPTO_INVALID_DIGEST: [TypeError, 'Invalid digest: %s'],
  ERR_CRYPTO_INVALID_STATE: [Error, 'Invalid state for operation %s'],
  ERR_CRYPTO_SCRYPT_INVALID_PARAMETER: [Error, 'Invalid scrypt parameter'],
  ERR_DIR_CLOSED: [Error, 'Directory handle was closed'],
  ERR_DIR_CONCURRENT_OPERATION: [
    Error, 'Cannot do synchronous work on directory handle with concurrent asynchronous operations'],
  ERR_DOMAIN_CANNOT_SET_UNCAUGHT_EXCEPTION_CAPTURE: [
    Error, 'The `domain` module is in use, which is mutually exclusive with calling ' +
      'process.setUncaughtExceptionCaptureCallback()'],
  ERR_DLOPEN_FAILED: [Error, '%s'],
  ERR_ENCODING_INVALID_ENCODED_DATA: [TypeError, function(encoding, cause) {
    setEnumerable(this, 'errno', cause);
    return `The encoded data was not valid for encoding ${encoding}`;
  }],
  ERR_ENCODING_NOT_SUPPORTED: [RangeError, 'The "%s" encoding is not supported'],
  ERR_EVENT_RECURSION: [Error, 'The event "%s" is already being dispatched'],
  ERR_FALSY_VALUE_REJECTION: [Error, function(reason) {
    this.reason = reason;
    return 'Promise was rejected with falsy value';
  }],
  ERR_FEATURE_UNAVAILABLE_ON_PLATFORM: [
    TypeError, 'The feature %s is unavailable on the current platform, which is being used to run ' +
      'Node.js'],
  ERR_FS_CP_DIR_TO_NON_DIR: ['SystemError', 'Cannot overwrite non-directory with directory'],
  ERR_FS_CP_EEXIST: ['SystemError', 'Target already exists'],
  ERR_FS_CP_EINVAL: ['SystemError', 'Invalid src or dest'],
  ERR_FS_CP_NON_DIR_TO_DIR: ['SystemError', 'Cannot overwrite directory with non-directory'],
  ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY: [
    'SystemError', 'Cannot overwrite symlink in subdirectory of self'],
  ERR_FS_CP_UNKNOWN: ['SystemError', 'Cannot copy an unknown file type'],
  ERR_FS_EISDIR: ['SystemError', 'Path is a directory'],
  ERR_FS_FILE_TOO_LARGE: [RangeError, 'File size (%s) is greater than 2 GiB'],
  ERR_FS_INVALID_SYMLINK_TYPE: [
    Error, 'Symlink type must be one of "dir", "file", or "junction". Received "%s"'],
  ERR_HTTP_BODY_NOT_ALLOWED: [
    Error, 'Adding content for this request method or response status is not allowed.'],
  ERR_HTTP_CONTENT_LENGTH_MISMATCH: [
    Error, "Response body's content-length of %s byte(s) does not match the content-length of %s " +
      'byte(s) set in header'],
  ERR_HTTP_HEADERS_SENT: [Error, 'Cannot %s headers after they are sent to the client'],
  ERR_HTTP_INVALID_HEADER_VALUE: [TypeError, 'Invalid value "%s" for header "%s"'],
  ERR_HTTP_INVALID_STATUS_CODE: [RangeError, 'Invalid status code: %s'],
  ERR_HTTP_REQUEST_TIMEOUT: [Error, 'Request timeout'],
  ERR_HTTP_SOCKET_ASSIGNED: [Error, 'ServerResponse has an already assigned socket'],
  ERR_HTTP_SOCKET_ENCODING: [
    Error, 'Changing the socket encoding is not allowed per RFC7230 Section 3.'],
  ERR_HTTP_TRAILER_INVALID: [Error, 'Trailers are invalid with this transfer encoding'],
  ERR_ILLEGAL_CONSTRUCTOR: [TypeError, 'Illegal constructor'],
  ERR_IMPORT_ASSERTION_TYPE_FAILED: [TypeError, 'Module "%s" is not of type "%s"'],
  ERR_IMPORT_ASSERTION_TYPE_MISSING: [
    TypeError, 'Module "%s" needs an import attribute of type "%s"'],
  ERR_IMPORT_ASSERTION_TYPE_UNSUPPORTED: [TypeError, 'Import attribute type "%s" is unsupported'],
  ERR_IMPORT_ATTRIBUTE_UNSUPPORTED: [
    TypeError, 'Import attribute "%s" with value "%s" is not supported'],
  ERR_INCOMPATIBLE_OPTION_PAIR: [
    TypeError, 'Option "%s" cannot be used in combination with option "%s"'],
  ERR_INTERNAL_ASSERTION: [Error, (message) => (
    `${message === undefined ? '' : `${message}\n`}This is caused by either a bug in Node.js or ` +
    'incorrect usage of Node.js internals.\nPlease open an issue with this stack trace at ' +
    'https://github.com/nodejs/node/issues\n'
  )],
  ERR_INVALID_ADDRESS_FAMILY: [RangeError, function(addressType, host, port) {
    this.host = host;
    this.port = port;
    return `Invalid address family: ${addressType} ${host}:${port}`;
  }],
  ERR_INVALID_ARG_TYPE: [TypeError, (name, expected, actual) => (
    `The ${nameOfArgument(name)} must be ${describeExpected(expected)}. ` +
    `Received ${describeReceived(actual)}`
  )],
  ERR_INVALID_ARG_VALUE: [TypeError, (name, value, reason = 'is invalid') => (
    `The ${StringPrototypeIncludes(name, '.') ? 'property' : 'argument'} '${name}' ${reason}. ` +
    `Received ${received(value)}`
  ), RangeError],
  ERR_INVALID_ASYNC_ID: [RangeError, 'Invalid %s value: %s'],
  ERR_INVALID_BUFFER_SIZE: [RangeError, 'Buffer size must be a multiple of %s'],
  ERR_INVALID_CHAR: [TypeError, (name, field) => (
    `Invalid character in ${name}${field === undefined ? '' : ` ["${field}"]`}`
  )],
  ERR_INVALID_CURSOR_POS: [TypeError, 'Cannot set cursor row without setting its column'],
  ERR_INVALID_FD: [RangeError, '"fd" must be a positive integer: %s'],
  ERR_INVALID_FD_TYPE: [TypeError, 'Unsupported fd type: %s'],
  ERR_INVALID_FILE_URL_HOST: [TypeError, 'File URL host must be "localhost" or empty on %s'],
  ERR_INVALID_FILE_URL_PATH: [TypeError, 'File URL path %s'],
  ERR_INVALID_HANDLE_TYPE: [TypeError, 'This handle type cannot be sent'],
  ERR_INVALID_HTTP_TOKEN: [TypeError, '%s must be a valid HTTP token ["%s"]'],
  ERR_INVALID_IP_ADDRESS: [TypeError, 'Invalid IP address: %s'],
  ERR_INVALID_MIME_SYNTAX: [TypeError, (production, text, index) => (
    `The MIME syntax for a ${production} in "${text}" is invalid${index !== -1 ? ` at ${index}` : ''}`
  )],
  ERR_INVALID_MODULE_SPECIFIER: [TypeError, (specifier, reason, base) => (
    `Invalid module "${specifier}" ${reason}${importedFrom(base)}`
  )],
  ERR_INVALID_PACKAGE_CONFIG: [Error, (path, base, message) => (
    `Invalid package config ${path}${base ? ` while importing ${base}` : ''}` +
    `${message ? `. ${message}` : ''}`
  )],
  ERR_INVALID_PACKAGE_TARGET: [Error, invalidPackageTarget],
  ERR_INVALID_PROTOCOL: [TypeError, 'Protocol "%s" not supported. Expected "%s"'],
  ERR_INVALID_RETURN_PROPERTY: [TypeError, (expected, hook, property, value) => (
    `Expected a valid ${expected} to be returned for the "${property}" from the "${hook}" hook ` +
    `but got ${describeReceived(value)}.`
  )],
  ERR_INVALID_RETURN_PROPERTY_VALUE: [TypeError, (expected, hook, property, value) => (
    `Expected ${expected} to be returned for the "${property}" from the "${hook}" hook ` +
    `but got ${describeReceived(value)}.`
  )],
  ERR_INVALID_RETURN_VALUE: [TypeError, (expected, name, value) => (
    `Expected ${expected} to be returned from the "${name}" function but got ` +
    `${describeReceived(value)}.`
  ), RangeError],
  ERR_INVALID_STATE: [Error, 'Invalid state: %s', TypeError, RangeError],
  ERR_INVALID_SYNC_FORK_INPUT: [
    TypeError, 'Asynchronous forks do not support Buffer, TypedArray, DataView or string input: %s'],
  ERR_INVALID_THIS: [TypeError, 'Value of "this" must be of type %s'],
  ERR_INVALID_TUPLE: [TypeError, '%s must be an iterable %s tuple'],
  ERR_INVALID_URI: [URIError, 'URI malformed'],
  ERR_INVALID_URL: [TypeError, function(input, base) {
    this.input = input;
    if (base !== undefined && base !== null) this.base = base;
    return 'Invalid URL';
  }],
  ERR_INVALID_URL_SCHEME: [TypeError, (expected) => {
    const schemes = ArrayIsArray(expected) ? expected : [expected];
    return schemes.length > 1 ?
      `The URL must be one of scheme ${schemes[0]} or ${schemes[1]}` :
      `The URL must be of scheme ${schemes[0]}`;
  }],
  ERR_IPC_CHANNEL_CLOSED: [Error, 'Channel closed'],
  ERR_IPC_DISCONNECTED: [Error, 'IPC channel is already disconnected'],
  ERR_IPC_ONE_PIPE: [Error, 'Child process can have only one IPC pipe'],
  ERR_IPC_SYNC_FORK: [Error, 'IPC cannot be used with synchronous forks'],
  ERR_INVALID_OBJECT_DEFINE_PROPERTY: [TypeError, '%s'],
  ERR_METHOD_NOT_IMPLEMENTED: [Error, 'The %s method is not implemented'],
  ERR_MISSING_ARGS: [TypeError, missingArguments],
  ERR_MISSING_OPTION: [TypeError, '%s is required'],
  ERR_MODULE_NOT_FOUND: [Error, function(path, base, url) {
    if (url) setEnumerable(this, 'url', url);
    return `Cannot find ${url ? 'module' : 'package'} ` +
      `'${path}' imported from ${base}`;
  }],
  ERR_MULTIPLE_CALLBACK: [Error, 'Callback called multiple times'],
  ERR_NO_CRYPTO: [Error, 'Node.js is not compiled with OpenSSL crypto support'],
  ERR_NO_ICU: [TypeError, '%s is not supported on Node.js compiled without ICU'],
  ERR_OPERATION_FAILED: [Error, 'Operation failed: %s', TypeError],
  ERR_OUT_OF_RANGE: [RangeError, (name, range, input, replaceName = false) => (
    `${replaceName ? name : `The value of "${name}" is out of range.`} It must be ${range}. ` +
    `Received ${showOutOfRange(input)}`
  )],
  ERR_PACKAGE_IMPORT_NOT_DEFINED: [TypeError, (specifier, folder, base) => (
    `Package import specifier "${specifier}" is not defined` +
    `${folder ? ` in package ${folder}package.json` : ''} imported from ${base}`
  )],
  ERR_PACKAGE_PATH_NOT_EXPORTED: [Error, (folder, subpath, base) => {
    const from = `${folder}package.json${importedFrom(base)}`;
    return subpath === '.' ? `No "exports" main defined in ${from}` :
      `Package subpath '${subpath}' is not defined by "exports" in ${from}`;
  }],
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: [TypeError, '%s'],
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: [
    TypeError, "Unexpected argument '%s'. This command does not take positional arguments"],
  ERR_PARSE_ARGS_UNKNOWN_OPTION: [TypeError, (option, allowPositionals) => {
    const first = `Unknown option '${option}'`;
    return !allowPositionals ? first :
      `${first}. To specify a positional argument starting with a '-', place it at the end of the ` +
      `command after '--', as in '-- ${JSONStringify(option)}`;
  }],
  ERR_PERFORMANCE_INVALID_TIMESTAMP: [TypeError, (stamp) => (
    `${Number(stamp)} is not a valid timestamp`
  )],
  ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS: [TypeError, '%s'],
  ERR_REQUIRE_ASYNC_MODULE: [Error, (filename, parent) => {
    const from = `${parent ? `\n  From ${parent} ` : ''}${filename ? `\n  Requiring ${filename} ` : ''}`;
    return 'require() cannot be used on an ESM graph with top-level await. Use import() instead. To ' +
      'see where the top-level await comes from, use --experimental-print-required-tla.' + from;
  }],
  ERR_REQUIRE_CYCLE_MODULE: [Error, (filename, parent) => (
    `Cannot require() ES Module ${filename} in a cycle.${parent ? ` (from ${parent})` : ''} ` +
    'A cycle involving require(esm) is not allowed to maintain invariants mandated by the ECMAScript ' +
    'specification. Try making at least part of the dependency in the graph lazily loaded.'
  )],
  ERR_REQUIRE_ESM: [Error, requireOfEsm],
  ERR_SCRIPT_EXECUTION_INTERRUPTED: [Error, 'Script execution was interrupted by `SIGINT`'],
  ERR_SERVER_ALREADY_LISTEN: [
    Error, 'Listen method has been called more than once without closing.'],
  ERR_SERVER_NOT_RUNNING: [Error, 'Server is not running.'],
  ERR_SOCKET_ALREADY_BOUND: [Error, 'Socket is already bound'],
  ERR_SOCKET_BAD_BUFFER_SIZE: [TypeError, 'Buffer size must be a positive integer'],
  ERR_SOCKET_BAD_PORT: [RangeError, (name, port, allowZero = true) => (
    `${name} should be ${allowZero ? '>=' : '>'} 0 and < 65536. Received ${describeReceived(port)}.`
  )],
  ERR_SOCKET_BAD_TYPE: [TypeError, 'Bad socket type specified. Valid types are: udp4, udp6'],
  ERR_SOCKET_CLOSED: [Error, 'Socket is closed'],
  ERR_SOCKET_CLOSED_BEFORE_CONNECTION: [
    Error, 'Socket closed before the connection was established'],
  ERR_SOCKET_CONNECTION_TIMEOUT: [Error, 'Socket connection timeout'],
  ERR_SOCKET_DGRAM_IS_CONNECTED: [Error, 'Already connected'],
  ERR_SOCKET_DGRAM_NOT_CONNECTED: [Error, 'Not connected'],
  ERR_SOCKET_DGRAM_NOT_RUNNING: [Error, 'Not running'],
  ERR_SOCKET_BUFFER_SIZE: ['SystemError', 'Could not get or set buffer size'],
  ERR_STREAM_ALREADY_FINISHED: [Error, 'Cannot call %s after a stream was finished'],
  ERR_STREAM_CANNOT_PIPE: [Error, 'Cannot pipe, not readable'],
  ERR_STREAM_DESTROYED: [Error, 'Cannot call %s after a stream was destroyed'],
  ERR_STREAM_NULL_VALUES: [TypeError, 'May not write null values to stream'],
  ERR_STREAM_PREMATURE_CLOSE: [Error, 'Premature close'],
  ERR_STREAM_PUSH_AFTER_EOF: [Error, 'stream.push() after EOF'],
  ERR_STREAM_UNSHIFT_AFTER_END_EVENT: [Error, 'stream.unshift() after end event'],
  ERR_STREAM_WRAP: [Error, 'Stream has StringDecoder set or is in objectMode'],
  ERR_STREAM_WRITE_AFTER_END: [Error, 'write after end'],
  ERR_SYNTHETIC: [Error, 'JavaScript Callstack'],
  ERR_SYSTEM_ERROR: ['SystemError', 'A system error occurred'],
  ERR_TEST_FAILURE: [Error, '%s'],
  ERR_TRACE_EVENTS_CATEGORY_REQUIRED: [TypeError, 'At least one category is required'],
  ERR_TTY_INIT_FAILED: ['SystemError', 'TTY initialization failed'],
  ERR_UNAVAILABLE_DURING_EXIT: [Error, 'Cannot call function in process exit handler'],
  ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET: [
    Error, '`process.setupUncaughtExceptionCapture()` was called while a capture callback was ' +
      'already active'],
  ERR_UNESCAPED_CHARACTERS: [TypeError, '%s contains unescaped characters'],
  ERR_UNHANDLED_ERROR: [Error, (error) => (
    error === undefined ? 'Unhandled error.' : `Unhandled error. (${error})`
  )],
  ERR_UNHANDLED_REJECTION: [Error, (reason) => (
    'This error originated either by throwing inside of an async function without a catch block, ' +
    'or by rejecting a promise which was not handled with .catch(). The promise rejected with the ' +
    `reason "${reason}".`
  )],
  ERR_UNKNOWN_BUILTIN_MODULE: [Error, 'No such built-in module: %s'],
  ERR_UNKNOWN_CREDENTIAL: [Error, '%s identifier does not exist: %s'],
  ERR_UNKNOWN_ENCODING: [TypeError, 'Unknown encoding: %s'],
  ERR_UNKNOWN_FILE_EXTENSION: [TypeError, 'Unknown file extension "%s" for %s'],
  ERR_UNKNOWN_MODULE_FORMAT: [RangeError, 'Unknown module format: %s for URL %s'],
  ERR_UNKNOWN_SIGNAL: [TypeError, 'Unknown signal: %s'],
  ERR_UNSUPPORTED_DIR_IMPORT: [Error, function(path, base, url) {
    setEnumerable(this, 'url', url);
    return `Directory import '${path}' is not supported resolving ES modules imported from ${base}`;
  }],
  ERR_UNSUPPORTED_ESM_URL_SCHEME: [Error, (url, supported) => (
    `Only URLs with a scheme in: ${formatList(supported)} are supported by the default ESM loader. ` +
    `Received protocol '${url.protocol}'`
  )],
  ERR_UNSUPPORTED_RESOLVE_REQUEST: [
    TypeError, 'Failed to resolve module specifier "%s" from "%s": Invalid relative URL or base ' +
      'scheme is not hierarchical.'],
  ERR_USE_AFTER_CLOSE: [Error, '%s was closed'],
  ERR_VALID_PERFORMANCE_ENTRY_TYPE: [
    Error, 'At least one valid performance entry type is required'],
  ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING: [
    TypeError, 'A dynamic import callback was not specified.'],
  ERR_VM_MODULE_NOT_MODULE: [Error, 'Provided module is not an instance of Module'],
  ERR_WORKER_INIT_FAILED: [Error, 'Worker initialization failure: %s'],
  ERR_WORKER_INVALID_EXEC_ARGV: [Error, (flags, what = 'invalid execArgv flags') => (
    `Initiated Worker with ${what}: ${ArrayPrototypeJoin(flags, ', ')}`
  )],
  ERR_WORKER_NOT_RUNNING: [Error, 'Worker instance not running'],
  ERR_WORKER_OUT_OF_MEMORY: [Error, 'Worker terminated due to reaching memory limit: %s'],
  ERR_WORKER_PATH: [TypeError, (filename) => (
    'The worker script or module filename must be an absolute path or a relative path starting ' +
    `with './' or '../'.${StringPrototypeStartsWith(`${filename}`, 'file://') ?
      ' Wrap file:// URLs with `new URL`.' : ''}${
      StringPrototypeStartsWith(`${filename}`, 'data:text/javascript') ? ' Wrap data: URLs with `new URL`.' : ''
    } Received "${filename}"`
  )],
  ERR_WORKER_UNSERIALIZABLE_ERROR: [Error, 'Serializing an uncaught exception failed'],
  ERR_WORKER_UNSUPPORTED_OPERATION: [TypeError, '%s is not supported in workers'],
};

module.exports = { describeReceived, formatList, messages };
