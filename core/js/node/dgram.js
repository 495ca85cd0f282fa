'use strict';

// The simulated network carries no datagrams: here to be asked for.

const { refuse, refuseClass } = require('internal/unsupported');

module.exports = {
  createSocket: refuse('dgram', 'createSocket'),
  Socket: refuseClass('dgram', 'Socket'),
};
