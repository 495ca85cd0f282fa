'use strict';

const dns = require('dns');
console.log(Object.keys(dns).sort().join(' '));
console.log(Object.keys(dns.promises).sort().join(' '));
for (const name of Object.keys(dns)) if (typeof dns[name] === 'string' || typeof dns[name] === 'number') console.log(name, dns[name]);
console.log(dns.getDefaultResultOrder(), dns.lookup.length);
