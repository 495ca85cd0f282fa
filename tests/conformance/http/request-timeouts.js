'use strict';
// Requests that come too slowly get 408.
const http = require('http');
const net = require('net');
const server = http.createServer({ headersTimeout: 40, requestTimeout: 80, connectionsCheckingInterval: 10 }, (req, res) => {
  console.log('request');
  req.resume();
  req.on('end', () => res.end());
}).listen(0, '127.0.0.1', () => {
  const parts = ['GET / HTTP/1.1\r\nHost:', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe'];
  (function next() {
    if (parts.length === 0) return server.close(() => console.log('closed'));
    const socket = net.connect(server.address().port, '127.0.0.1');
    let text = '';
    socket.on('data', (data) => { text += data; });
    socket.on('error', (error) => console.log(error.code));
    socket.on('close', () => { console.log(JSON.stringify(text)); next(); });
    socket.write(parts.shift());
  })();
});
