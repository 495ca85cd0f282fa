'use strict';

process.env.UV_THREADPOOL_SIZE = '1';
const crypto = require('crypto');
const dns = require('dns');
crypto.pbkdf2('p', 's', 20000, 8, 'sha512', () => console.log('key 1'));
dns.lookup('localhost', () => {
  console.log('found');
  process.nextTick(() => console.log('tick'));
});
crypto.pbkdf2('p', 's', 20000, 8, 'sha512', () => console.log('key 2'));
