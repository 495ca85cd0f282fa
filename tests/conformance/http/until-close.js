'use strict';
// A response without a length ends with the connection.
const http = require('http');
const net = require('net');
const server = net.createServer((socket) => { socket.once('data', () => { socket.write('HTTP/1.1 200 Fine\r\n\r\npart'); setTimeout(() => socket.end(' rest'), 10); }); }).listen(0, '127.0.0.1', () => {
  http.get({ port: server.address().port, host: '127.0.0.1' }, (res) => {
    let text = '';
    res.on('data', (data) => { text += data; });
    res.on('end', () => { console.log(res.statusMessage, text, res.complete); server.close(); });
  });
});
