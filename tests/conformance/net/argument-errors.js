'use strict';
// What is refused at once, and in which words.
const net = require('net');
function attempt(call) {
  try { call(); console.log('no error'); } catch (error) { console.log(error.name, error.code, error.message); }
}
attempt(() => net.connect({ port: 99999 }));
attempt(() => net.connect({ port: -1, host: '127.0.0.1' }));
attempt(() => net.connect({ port: true }));
attempt(() => net.connect({}));
attempt(() => net.connect());
attempt(() => net.connect({ port: 80, localAddress: 'x' }));
attempt(() => net.connect({ port: 80, localPort: 'x' }));
attempt(() => net.connect({ port: 80, lookup: 5 }));
attempt(() => net.connect({ path: 5 }));
attempt(() => net.connect({ port: 80, autoSelectFamily: 'yes' }));
attempt(() => net.createServer().listen(70000));
attempt(() => net.createServer().listen('x'.length - 2));
attempt(() => net.createServer().listen({}));
attempt(() => net.createServer().listen({ host: 'x' }));
attempt(() => net.createServer().listen(true));
attempt(() => net.createServer(5));
attempt(() => net.createServer({ highWaterMark: 'x' }));
attempt(() => new net.Socket({ objectMode: true }));
attempt(() => new net.Socket({ readableObjectMode: true }));
attempt(() => new net.Socket().setTimeout('x'));
attempt(() => new net.Socket().setTimeout(-1));
attempt(() => new net.Socket().setTimeout(5, 7));
attempt(() => net.setDefaultAutoSelectFamily('x'));
attempt(() => net.setDefaultAutoSelectFamilyAttemptTimeout(0));
const server = net.createServer().listen(0, '127.0.0.1');
attempt(() => server.listen(0));
server.close();
