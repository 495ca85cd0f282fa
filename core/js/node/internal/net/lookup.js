'use strict';

// Names of hosts as net looks them up when a program gives no function for it.

const { ipVersion } = internalBinding('net');
const { pause } = internalBinding('fs');

const kNotFound = -3008;

// As dns.lookup() calls back: (error, address, family), or with all (error, [{ address, family }]).
function lookup(host, options, callback) {
  const family = ipVersion(host);
  if (family !== 0) {
    process.nextTick(answer, callback, options, host, family);
    return;
  }
  pause('getaddrinfo', () => {
    if (host === 'localhost' && options.family !== 6) return answer(callback, options, '127.0.0.1', 4);
    if (host === 'localhost' || host === 'ip6-localhost') return answer(callback, options, '::1', 6);
    const { DNSException } = require('internal/system_errors');
    callback(new DNSException(kNotFound, 'getaddrinfo', host));
  });
}

function answer(callback, options, address, family) {
  if (options.all) callback(null, [{ address, family }]);
  else callback(null, address, family);
}

module.exports = { lookup };
