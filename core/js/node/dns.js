'use strict';

// Source: Node.js documentation "DNS". Names are looked up in the simulated machine's table (core/os/hosts.h), on a
// thread of the pool.

const { ObjectDefineProperties, ObjectDefineProperty } = primordials;
const { literalFamily } = internalBinding('dns');
const { DNSException } = require('internal/errors');
const {
  checkHostname, getDefaultResultOrder, lookupOptions, setDefaultResultOrder, warnOfHostname,
} = require('internal/dns/arguments');
const { codes, flags } = require('internal/dns/codes');
const { withRefusals } = require('internal/dns/refused');
const { GetAddrInfoReqWrap, submit } = require('internal/dns/request');
const { customPromisifyArgs } = require('internal/util');
const { validateFunction } = require('internal/validators');

function onlookup(error, addresses) {
  if (error !== null) this.callback(new DNSException(error, 'getaddrinfo', this.hostname));
  else this.callback(null, addresses[0], this.family || literalFamily(addresses[0]));
}

function onlookupall(error, addresses) {
  if (error !== null) {
    this.callback(new DNSException(error, 'getaddrinfo', this.hostname));
    return;
  }
  const { family } = this;
  for (let i = 0; i < addresses.length; i++) {
    const address = addresses[i];
    addresses[i] = { address, family: family || literalFamily(address) };
  }
  this.callback(null, addresses);
}

function lookup(hostname, options, callback) {
  checkHostname(hostname);
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  } else if (options === undefined || typeof options === 'number' || typeof options === 'object') {
    validateFunction(callback, 'callback');
  }
  const asked = lookupOptions(options);
  if (!hostname) {
    warnOfHostname(hostname);
    if (asked.all) process.nextTick(callback, null, []);
    else process.nextTick(callback, null, null, asked.family === 6 ? 6 : 4);
    return {};
  }
  const family = literalFamily(hostname);
  if (family !== 0) {
    if (asked.all) process.nextTick(callback, null, [{ address: hostname, family }]);
    else process.nextTick(callback, null, hostname, family);
    return {};
  }
  const req = new GetAddrInfoReqWrap();
  req.callback = callback;
  req.family = asked.family;
  req.hostname = hostname;
  req.oncomplete = asked.all ? onlookupall : onlookup;
  submit(req, asked);
  return req;
}

// util.promisify() gives both values.
ObjectDefineProperty(lookup, customPromisifyArgs, {
  __proto__: null, enumerable: false, value: ['address', 'family'],
});

module.exports = withRefusals('dns', {
  lookup,
  getDefaultResultOrder,
  setDefaultResultOrder,
  ...flags,
  ...codes,
});

ObjectDefineProperties(module.exports, {
  promises: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() { return require('internal/dns/promises'); },
  },
});
