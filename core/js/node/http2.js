'use strict';

// HTTP/2 is not simulated: here to be asked for.

const { refuse, refuseClass } = require('internal/unsupported');

module.exports = {
  connect: refuse('http2', 'connect'),
  constants: {},
  createServer: refuse('http2', 'createServer'),
  createSecureServer: refuse('http2', 'createSecureServer'),
  getDefaultSettings: refuse('http2', 'getDefaultSettings'),
  getPackedSettings: refuse('http2', 'getPackedSettings'),
  getUnpackedSettings: refuse('http2', 'getUnpackedSettings'),
  performServerHandshake: refuse('http2', 'performServerHandshake'),
  sensitiveHeaders: Symbol('nodejs.http2.sensitiveHeaders'),
  Http2ServerRequest: refuseClass('http2', 'Http2ServerRequest'),
  Http2ServerResponse: refuseClass('http2', 'Http2ServerResponse'),
};
