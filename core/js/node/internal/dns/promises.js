'use strict';

// Source: Node.js documentation "DNS promises API".

const { Promise } = primordials;
const { literalFamily } = internalBinding('dns');
const { DNSException } = require('internal/errors');
const {
  checkHostname, getDefaultResultOrder, lookupOptions, setDefaultResultOrder, warnOfHostname,
} = require('internal/dns/arguments');
const { codes } = require('internal/dns/codes');
const { withRefusals } = require('internal/dns/refused');
const { GetAddrInfoReqWrap, submit } = require('internal/dns/request');

function onlookup(error, addresses) {
  if (error !== null) {
    this.reject(new DNSException(error, 'getaddrinfo', this.hostname));
    return;
  }
  const family = this.family || literalFamily(addresses[0]);
  this.resolve({ address: addresses[0], family });
}

function onlookupall(error, addresses) {
  if (error !== null) {
    this.reject(new DNSException(error, 'getaddrinfo', this.hostname));
    return;
  }
  const family = this.family;
  for (let i = 0; i < addresses.length; i++) {
    const address = addresses[i];
    addresses[i] = { address, family: family || literalFamily(address) };
  }
  this.resolve(addresses);
}

function lookup(hostname, options) {
  checkHostname(hostname);
  const asked = lookupOptions(options);
  return new Promise((resolve, reject) => {
    if (!hostname) {
      warnOfHostname(hostname);
      resolve(asked.all ? [] : { address: null, family: asked.family === 6 ? 6 : 4 });
      return;
    }
    const family = literalFamily(hostname);
    if (family !== 0) {
      const result = { address: hostname, family };
      resolve(asked.all ? [result] : result);
      return;
    }
    const req = new GetAddrInfoReqWrap();
    req.family = asked.family;
    req.hostname = hostname;
    req.oncomplete = asked.all ? onlookupall : onlookup;
    req.resolve = resolve;
    req.reject = reject;
    submit(req, asked);
  });
}

module.exports = withRefusals('dnsPromises', {
  lookup,
  getDefaultResultOrder,
  setDefaultResultOrder,
  ...codes,
});
