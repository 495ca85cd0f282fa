'use strict';

const dns = require('dns');
const { promisify } = require('util');
(async () => {
  console.log(await dns.promises.lookup('localhost', 4));
  console.log(await dns.promises.lookup('localhost', { all: true, family: 4 }));
  console.log(await dns.promises.lookup('10.0.0.1'), await dns.promises.lookup('::1', { all: true }));
  console.log(await promisify(dns.lookup)('localhost', 4), await promisify(dns.lookup)('1.2.3.4'));
  console.log(require('dns/promises') === dns.promises);
})();
