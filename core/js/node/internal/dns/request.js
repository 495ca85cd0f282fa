'use strict';

// A look-up under way: what callbacks are called on, and what dns.lookup() returns.

const binding = internalBinding('dns');
const { orderNumber } = require('internal/dns/arguments');

class GetAddrInfoReqWrap {}

// Has req.oncomplete() called with an error's number, or with null and the addresses.
function submit(req, { family, hints, order }) {
  binding.lookUp((error, addresses) => req.oncomplete(error, addresses), req.hostname, family, hints,
                 orderNumber(order));
}

module.exports = { GetAddrInfoReqWrap, submit };
