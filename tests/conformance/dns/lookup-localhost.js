'use strict';

const dns = require('dns');
process.env.UV_THREADPOOL_SIZE = '1';
dns.lookup('localhost', (error, address, family) => console.log(1, error, address, family));
dns.lookup('localhost', 4, (error, address, family) => console.log(2, error, address, family));
dns.lookup('localhost', { family: 'IPv4', all: true }, (error, addresses) => console.log(3, error, addresses));
dns.lookup('LocalHost', { order: 'ipv4first' }, (error, address, family) => console.log(4, error, address, family));
dns.lookup('localhost', { family: 4, verbatim: false }, (error, address, family) => console.log(5, error, address, family));
dns.lookup('127.1', 4, (error, address, family) => console.log(6, error, address, family));
console.log('asked');
