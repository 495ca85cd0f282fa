'use strict';
// write() says false above the high-water mark; what comes to a paused socket waits.
const net = require('net');
const kPiece = Buffer.alloc(16 * 1024, 'x');
const server = net.createServer({ pauseOnConnect: true }, (socket) => {
  setTimeout(() => {
    let bytes = 0;
    socket.on('data', (data) => { bytes += data.length; });
    socket.on('end', () => { console.log('received', bytes, socket.bytesRead); server.close(); });
    socket.resume();
  }, 20);
}).listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    console.log(client.writableHighWaterMark, client.write('x'), client.writableLength);
    console.log('a piece', client.write(kPiece), client.writableNeedDrain);
    let written = 16 * 1024 + 1;
    let refused = 0;
    while (written < 16 * 1024 * 1024) { written += kPiece.length; if (!client.write(kPiece)) refused++; }
    console.log('refused some', refused > 0, client.writableLength > 0, client.bytesWritten);
    client.once('drain', () => { console.log('drain', client.writableLength); client.end(); });
  });
  client.on('close', () => console.log('client closed', client.bytesWritten));
});
