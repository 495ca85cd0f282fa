'use strict';

// Errors of the operating system: their numbers, names and texts as libuv has them on Linux, and the
// classes that report them. Source: the errors Node 20 throws.

const {
  AggregateError,
  Error,
  Map,
  MapPrototypeGet,
  MapPrototypeSet,
  ObjectDefineProperties,
  ObjectDefineProperty,
  ReflectSet,
  SymbolFor,
} = primordials;
const kCustomInspect = SymbolFor('nodejs.util.inspect.custom');
const { headStack, kIsNodeError } = require('internal/errors');

// [errno, code, text], in the order in which util.getSystemErrorMap() lists them.
const table = [
  [-7, 'E2BIG', 'argument list too long'],
  [-13, 'EACCES', 'permission denied'],
  [-98, 'EADDRINUSE', 'address already in use'],
  [-99, 'EADDRNOTAVAIL', 'address not available'],
  [-97, 'EAFNOSUPPORT', 'address family not supported'],
  [-11, 'EAGAIN', 'resource temporarily unavailable'],
  [-3000, 'EAI_ADDRFAMILY', 'address family not supported'],
  [-3001, 'EAI_AGAIN', 'temporary failure'],
  [-3002, 'EAI_BADFLAGS', 'bad ai_flags value'],
  [-3013, 'EAI_BADHINTS', 'invalid value for hints'],
  [-3003, 'EAI_CANCELED', 'request canceled'],
  [-3004, 'EAI_FAIL', 'permanent failure'],
  [-3005, 'EAI_FAMILY', 'ai_family not supported'],
  [-3006, 'EAI_MEMORY', 'out of memory'],
  [-3007, 'EAI_NODATA', 'no address'],
  [-3008, 'EAI_NONAME', 'unknown node or service'],
  [-3009, 'EAI_OVERFLOW', 'argument buffer overflow'],
  [-3014, 'EAI_PROTOCOL', 'resolved protocol is unknown'],
  [-3010, 'EAI_SERVICE', 'service not available for socket type'],
  [-3011, 'EAI_SOCKTYPE', 'socket type not supported'],
  [-114, 'EALREADY', 'connection already in progress'],
  [-9, 'EBADF', 'bad file descriptor'],
  [-16, 'EBUSY', 'resource busy or locked'],
  [-125, 'ECANCELED', 'operation canceled'],
  [-4080, 'ECHARSET', 'invalid Unicode character'],
  [-103, 'ECONNABORTED', 'software caused connection abort'],
  [-111, 'ECONNREFUSED', 'connection refused'],
  [-104, 'ECONNRESET', 'connection reset by peer'],
  [-89, 'EDESTADDRREQ', 'destination address required'],
  [-17, 'EEXIST', 'file already exists'],
  [-14, 'EFAULT', 'bad address in system call argument'],
  [-27, 'EFBIG', 'file too large'],
  [-113, 'EHOSTUNREACH', 'host is unreachable'],
  [-4, 'EINTR', 'interrupted system call'],
  [-22, 'EINVAL', 'invalid argument'],
  [-5, 'EIO', 'i/o error'],
  [-106, 'EISCONN', 'socket is already connected'],
  [-21, 'EISDIR', 'illegal operation on a directory'],
  [-40, 'ELOOP', 'too many symbolic links encountered'],
  [-24, 'EMFILE', 'too many open files'],
  [-90, 'EMSGSIZE', 'message too long'],
  [-36, 'ENAMETOOLONG', 'name too long'],
  [-100, 'ENETDOWN', 'network is down'],
  [-101, 'ENETUNREACH', 'network is unreachable'],
  [-23, 'ENFILE', 'file table overflow'],
  [-105, 'ENOBUFS', 'no buffer space available'],
  [-19, 'ENODEV', 'no such device'],
  [-2, 'ENOENT', 'no such file or directory'],
  [-12, 'ENOMEM', 'not enough memory'],
  [-64, 'ENONET', 'machine is not on the network'],
  [-92, 'ENOPROTOOPT', 'protocol not available'],
  [-28, 'ENOSPC', 'no space left on device'],
  [-38, 'ENOSYS', 'function not implemented'],
  [-107, 'ENOTCONN', 'socket is not connected'],
  [-20, 'ENOTDIR', 'not a directory'],
  [-39, 'ENOTEMPTY', 'directory not empty'],
  [-88, 'ENOTSOCK', 'socket operation on non-socket'],
  [-95, 'ENOTSUP', 'operation not supported on socket'],
  [-75, 'EOVERFLOW', 'value too large for defined data type'],
  [-1, 'EPERM', 'operation not permitted'],
  [-32, 'EPIPE', 'broken pipe'],
  [-71, 'EPROTO', 'protocol error'],
  [-93, 'EPROTONOSUPPORT', 'protocol not supported'],
  [-91, 'EPROTOTYPE', 'protocol wrong type for socket'],
  [-34, 'ERANGE', 'result too large'],
  [-30, 'EROFS', 'read-only file system'],
  [-108, 'ESHUTDOWN', 'cannot send after transport endpoint shutdown'],
  [-29, 'ESPIPE', 'invalid seek'],
  [-3, 'ESRCH', 'no such process'],
  [-110, 'ETIMEDOUT', 'connection timed out'],
  [-26, 'ETXTBSY', 'text file is busy'],
  [-18, 'EXDEV', 'cross-device link not permitted'],
  [-4094, 'UNKNOWN', 'unknown error'],
  [-4095, 'EOF', 'end of file'],
  [-6, 'ENXIO', 'no such device or address'],
  [-31, 'EMLINK', 'too many links'],
  [-112, 'EHOSTDOWN', 'host is down'],
  [-121, 'EREMOTEIO', 'remote I/O error'],
  [-25, 'ENOTTY', 'inappropriate ioctl for device'],
  [-4028, 'EFTYPE', 'inappropriate file type or format'],
  [-84, 'EILSEQ', 'illegal byte sequence'],
  [-94, 'ESOCKTNOSUPPORT', 'socket type not supported'],
  [-61, 'ENODATA', 'no data available'],
  [-49, 'EUNATCH', 'protocol driver not attached'],
];

let byNumber;

// errno -> [code, text]
function getSystemErrorMap() {
  if (byNumber === undefined) {
    byNumber = new Map();
    for (let i = 0; i < table.length; i++)
      MapPrototypeSet(byNumber, table[i][0], [table[i][1], table[i][2]]);
  }
  return byNumber;
}

function uvErrmapGet(errno) {
  return MapPrototypeGet(getSystemErrorMap(), errno);
}

function codeOf(errno) {
  const entry = uvErrmapGet(errno);
  return entry === undefined ? `Unknown system error ${errno}` : entry[0];
}

const unknown = ['UNKNOWN', 'unknown error'];

function address(host, port) {
  return port && port > 0 ? `${host}:${port}` : `${host}`;
}

function defineHidden(object, name, value) {
  ObjectDefineProperty(object, name, {
    __proto__: null, configurable: true, enumerable: false, writable: true, value,
  });
}

// What a failed file operation throws: "ENOENT: no such file or directory, open 'x'".
class UVException extends Error {
  constructor(context) {
    const { 0: code, 1: text } = uvErrmapGet(context.errno) ?? unknown;
    let message = `${code}: ${context.message || text}, ${context.syscall}`;
    const path = context.path === undefined ? undefined : `${context.path}`;
    const dest = context.dest === undefined ? undefined : `${context.dest}`;
    if (path !== undefined) message += ` '${path}'`;
    if (dest !== undefined) message += ` -> '${dest}'`;
    super(message);
    this.errno = context.errno;
    for (const name in context) {
      if (name !== 'message' && name !== 'path' && name !== 'dest' && name !== 'code')
        this[name] = context[name];
    }
    this.code = code;
    if (path !== undefined) this.path = path;
    if (dest !== undefined) this.dest = dest;
  }
}

// A failed call without a path: "open ENOENT".
class ErrnoException extends Error {
  constructor(errno, syscall, original = '') {
    const code = codeOf(errno);
    super(original ? `${syscall} ${code} ${original}` : `${syscall} ${code}`);
    this.errno = errno;
    this.code = code;
    this.syscall = syscall;
  }
}

// A failed network call: "connect ECONNREFUSED 127.0.0.1:80".
class ExceptionWithHostPort extends Error {
  constructor(errno, syscall, host, port, additional) {
    const code = codeOf(errno);
    let message = `${syscall} ${code} ${address(host, port)}`;
    if (additional) message += ` - Local (${additional})`;
    super(message);
    this.errno = errno;
    this.code = code;
    this.syscall = syscall;
    this.address = host;
    if (port) this.port = port;
  }
}

class UVExceptionWithHostPort extends Error {
  constructor(errno, syscall, host, port) {
    const { 0: code, 1: text } = uvErrmapGet(errno) ?? unknown;
    super(`${syscall} ${code}: ${text} ${address(host, port)}`);
    this.code = code;
    this.errno = errno;
    this.syscall = syscall;
    this.address = host;
    if (port) this.port = port;
  }
}

class DNSException extends Error {
  constructor(codeOrNumber, syscall, hostname) {
    const isNumber = typeof codeOrNumber === 'number';
    let code = isNumber ? codeOf(codeOrNumber) : codeOrNumber;
    if (code === 'EAI_NODATA' || code === 'EAI_NONAME') code = 'ENOTFOUND';
    super(`${syscall} ${code}${hostname ? ` ${hostname}` : ''}`);
    this.errno = isNumber ? codeOrNumber : undefined;
    this.code = code;
    this.syscall = syscall;
    if (hostname) this.hostname = hostname;
  }
}

// Their instances are plain errors to scripts.
for (const Class of [UVException, ErrnoException, ExceptionWithHostPort, UVExceptionWithHostPort,
                     DNSException]) {
  defineHidden(Class.prototype, 'constructor', Error);
}

function systemMessage(prefix, context) {
  let message = `${prefix}: ${context.syscall} returned ${context.code} (${context.message})`;
  if (context.path !== undefined) message += ` ${context.path}`;
  if (context.dest !== undefined) message += ` => ${context.dest}`;
  return message;
}

// An own property that reads and writes `context`.
function forwardTo(context, name) {
  return {
    __proto__: null, configurable: true, enumerable: true,
    get() { return context[name]; },
    set(value) { ReflectSet(context, name, value); },
  };
}

class SystemError extends Error {
  constructor(code, prefix, context) {
    super();
    this.code = code;
    defineHidden(this, 'message', systemMessage(prefix, context));
    headStack(this, `SystemError [${code}]`);
    defineHidden(this, 'name', 'SystemError');
    ObjectDefineProperties(this, {
      info: { __proto__: null, configurable: true, enumerable: true, value: context },
      errno: forwardTo(context, 'errno'),
      syscall: forwardTo(context, 'syscall'),
    });
    if (context.path !== undefined) ObjectDefineProperty(this, 'path', forwardTo(context, 'path'));
    if (context.dest !== undefined) ObjectDefineProperty(this, 'dest', forwardTo(context, 'dest'));
    ObjectDefineProperty(this, kIsNodeError, { __proto__: null, configurable: true, value: true });
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  [kCustomInspect](depth, options) {
    return require('internal/util/inspect').inspect(this, {
      ...options, getters: true, customInspect: false,
    });
  }
}

// An error of one ERR_* code; `context` is { syscall, code, message, errno, path, dest }.
function makeSystemError(code, prefix, context) {
  return new SystemError(code, prefix, context);
}

class NodeAggregateError extends AggregateError {
  constructor(errors, message) {
    super(errors, message);
    this.code = errors[0]?.code;
  }
}
ObjectDefineProperties(NodeAggregateError.prototype, {
  constructor: { __proto__: null, configurable: true, writable: true, value: AggregateError },
  [kIsNodeError]: { __proto__: null, configurable: true, value: true },
});

class ConnResetException extends Error {
  constructor(message) {
    super(message);
    this.code = 'ECONNRESET';
  }
}
defineHidden(ConnResetException.prototype, 'constructor', Error);

module.exports = {
  ConnResetException,
  DNSException,
  ErrnoException,
  ExceptionWithHostPort,
  NodeAggregateError,
  SystemError,
  UVException,
  UVExceptionWithHostPort,
  codeOf,
  getSystemErrorMap,
  makeSystemError,
  uvErrmapGet,
};
