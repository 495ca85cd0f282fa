'use strict';

const dns = require('dns');
dns.lookup('no-such-name.invalid', function found(error) {
  console.log(error.code);
  throw error;
});
