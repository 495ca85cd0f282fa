'use strict';
// socket.pipe(socket), and text in pieces that split characters.
const net = require('net');
const server = net.createServer((socket) => { socket.pipe(socket); }).listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.setEncoding('utf8');
  let text = '';
  client.on('data', (part) => { text += part; });
  client.on('end', () => { console.log(text, text.length); });
  client.on('close', () => server.close(() => console.log('closed')));
  const bytes = Buffer.from('grüße, 世界 \u{1F600}');
  let i = 0;
  (function next() {
    if (i === bytes.length) return client.end();
    client.write(bytes.subarray(i, ++i), () => setImmediate(next));
  })();
});
