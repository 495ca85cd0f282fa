'use strict';
// All the ways to say where to listen, and what address() tells.
const net = require('net');
const forms = [
  ['nothing', (server) => server.listen()],
  ['port', (server) => server.listen(0)],
  ['port as text', (server) => server.listen('0')],
  ['port and host', (server) => server.listen(0, '127.0.0.1')],
  ['port, host, backlog', (server) => server.listen(0, '127.0.0.1', 10)],
  ['port and backlog', (server) => server.listen(0, 10)],
  ['options', (server) => server.listen({ port: 0, host: '127.0.0.1', backlog: 5, exclusive: true })],
  ['undefined port', (server) => server.listen({ port: undefined })],
  ['null port', (server) => server.listen({ port: null })],
  ['IPv6', (server) => server.listen(0, '::1')],
  ['all of IPv4', (server) => server.listen(0, '0.0.0.0')],
];
(function next() {
  if (forms.length === 0) return;
  const [name, listen] = forms.shift();
  const server = net.createServer();
  server.on('listening', () => {
    const { address, family, port } = server.address();
    console.log(name, address, family, port > 1024, server.listening);
    server.close(next);
  });
  console.log(listen(server) === server);
})();
