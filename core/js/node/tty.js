'use strict';

// Source: Node.js documentation "TTY". The machine has no terminal: no descriptor is one, and none can be
// opened as one.

const { ObjectSetPrototypeOf } = primordials;
const { codes } = require('internal/errors');
const { Duplex } = require('stream');

const kNoTerminal = { errno: -22, code: 'EINVAL', message: 'invalid argument', syscall: 'uv_tty_init' };

function fail(fd) {
  if (fd >> 0 !== fd || fd < 0) throw new codes.ERR_INVALID_FD(fd);
  throw new codes.ERR_TTY_INIT_FAILED(kNoTerminal);
}

function ReadStream(fd, options) {
  fail(fd);
}
ObjectSetPrototypeOf(ReadStream.prototype, Duplex.prototype);
ObjectSetPrototypeOf(ReadStream, Duplex);

function WriteStream(fd) {
  fail(fd);
}
ObjectSetPrototypeOf(WriteStream.prototype, Duplex.prototype);
ObjectSetPrototypeOf(WriteStream, Duplex);

module.exports = { isatty: (fd) => false, ReadStream, WriteStream };
