'use strict';

// There is no encryption on the simulated network: here to be asked for, as https is.

const { refuse, refuseClass } = require('internal/unsupported');

module.exports = {
  CLIENT_RENEG_LIMIT: 3,
  CLIENT_RENEG_WINDOW: 600,
  DEFAULT_CIPHERS: '',
  DEFAULT_ECDH_CURVE: 'auto',
  DEFAULT_MIN_VERSION: 'TLSv1.2',
  DEFAULT_MAX_VERSION: 'TLSv1.3',
  rootCertificates: [],
  getCiphers: () => [],
  SecureContext: refuseClass('tls', 'SecureContext'),
  TLSSocket: refuseClass('tls', 'TLSSocket'),
  Server: refuseClass('tls', 'Server'),
  checkServerIdentity: refuse('tls', 'checkServerIdentity'),
  connect: refuse('tls', 'connect'),
  createSecureContext: refuse('tls', 'createSecureContext'),
  createServer: refuse('tls', 'createServer'),
};
