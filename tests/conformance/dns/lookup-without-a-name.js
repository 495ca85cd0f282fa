'use strict';

const dns = require('dns');
for (const name of ['', null, undefined, false, 0]) {
  dns.lookup(name, (error, address, family) => console.log(error, address, family));
  dns.lookup(name, { all: true }, (error, addresses) => console.log(error, addresses));
  dns.lookup(name, 6, (error, address, family) => console.log(error, address, family));
  dns.promises.lookup(name).then(console.log);
}
