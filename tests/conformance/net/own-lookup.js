'use strict';
// Addresses of a lookup function of one's own.
const net = require('net');
const server = net.createServer((socket) => socket.end()).listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  const lookups = [
    (host, options, callback) => { console.log(host, options.all, options.family, options.hints); callback(null, [{ address: '127.0.0.1', family: 4 }]); },
    (host, options, callback) => callback(new Error('no such name')),
    (host, options, callback) => callback(null, [{ address: 'nonsense', family: 4 }]),
  ];
  (function next() {
    if (lookups.length === 0) return server.close();
    const client = net.connect({ port, host: 'example.test', lookup: lookups.shift() });
    client.on('lookup', (error, address, family, host) => console.log('lookup', error && error.message, address, family, host));
    client.on('connect', () => console.log('connect'));
    client.on('error', (error) => console.log('error', error.code, error.message));
    client.on('close', (hadError) => { console.log('close', hadError); next(); });
    client.resume();
  })();
});
