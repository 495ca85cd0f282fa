'use strict';
// Where socket callbacks stand among ticks, promises and immediates.
const net = require('net');
const server = net.createServer((socket) => {
  console.log('connection');
  process.nextTick(() => console.log('tick in connection'));
  Promise.resolve().then(() => console.log('promise in connection'));
  setImmediate(() => console.log('immediate in connection'));
  socket.once('data', (data) => {
    console.log('data', String(data));
    process.nextTick(() => console.log('tick in data'));
    setImmediate(() => { console.log('immediate in data'); socket.end('bye'); });
  });
}).listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  console.log(client.connecting, client.pending, client.readyState);
  process.nextTick(() => console.log('tick after connect'));
  client.on('connect', () => {
    console.log('connect', client.connecting, client.pending, client.readyState);
    process.nextTick(() => console.log('tick in connect'));
    client.write('hello', () => console.log('written'));
    console.log('write called');
  });
  client.on('data', (data) => console.log('client data', String(data)));
  client.on('close', () => server.close(() => console.log('closed')));
});
