'use strict';

const dns = require('dns');
setImmediate(() => console.log('immediate'));
for (const name of ['1.2.3.4', '::1', 'fe80::1%eth0', '0.0.0.0', '2001:db8::1']) {
  console.log(dns.lookup(name, (error, address, family) => console.log(error, address, family)));
  dns.lookup(name, { all: true }, (error, addresses) => console.log(error, addresses));
  dns.lookup(name, 6, (error, address, family) => console.log(error, address, family));
}
process.nextTick(() => console.log('tick'));
