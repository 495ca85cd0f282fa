'use strict';

const dns = require('dns');
console.log(dns.lookup('localhost', 4, () => {}), dns.lookup('localhost', { all: true }, function named() {}));
dns.lookup('localhost', function() {
  console.log(Object.keys(this), this.constructor.name);
});
