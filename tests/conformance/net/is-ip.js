'use strict';
const net = require('net');
for (const text of ['127.0.0.1', '0.0.0.0', '255.255.255.255', '256.0.0.1', '1.2.3', '01.2.3.4', '::', '::1', '2001:db8::ff00:42:8329', 'fe80::1%eth0',
  '::ffff:1.2.3.4', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8:9', '::1::', '', 'localhost', '[::1]', '127.0.0.1 ', 'fe80::%'])
  console.log(JSON.stringify(text), net.isIP(text), net.isIPv4(text), net.isIPv6(text));
console.log(net.isIP(), net.isIP(null), net.isIP(12), net.isIP({ toString: () => '::1' }));
console.log(net.connect === net.createConnection, net.Stream === net.Socket, net.Socket.length, net.Server.length);
console.log(net.getDefaultAutoSelectFamily(), net.getDefaultAutoSelectFamilyAttemptTimeout());
console.log(net.Socket() instanceof net.Socket, net.Server() instanceof net.Server, new net.Socket() instanceof require('stream').Duplex);
