'use strict';
// Closing what is not open, writing to what was never connected.
const net = require('net');
net.createServer().close((error) => console.log('close', error.code, error.message));
const unconnected = new net.Socket();
console.log(unconnected.readyState, unconnected.pending, unconnected.connecting, unconnected.destroyed, unconnected.address(),
            unconnected.remoteAddress, unconnected.localPort, unconnected.bytesRead, unconnected.bytesWritten, unconnected.bufferSize, unconnected.timeout);
unconnected.on('error', (error) => console.log('error', error.code, error.message));
unconnected.on('close', (hadError) => console.log('closed', hadError));
unconnected.write('x', (error) => console.log('write', error.code));
