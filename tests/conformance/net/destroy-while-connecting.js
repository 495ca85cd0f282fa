'use strict';
// A socket destroyed before it is connected tells only that it is closed.
const net = require('net');
const server = net.createServer(() => {}).listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => console.log('never'));
  client.on('error', (error) => console.log('error', error.message));
  client.on('close', (hadError) => { console.log('close', hadError); server.close(() => console.log('server closed')); });
  client.write('lost', (error) => console.log('write', error.code, error.message));
  client.destroy();
  console.log(client.destroyed, client.connecting, client.readyState);
});
