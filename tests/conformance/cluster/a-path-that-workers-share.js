'use strict';

const cluster = require('cluster');
const net = require('net');
const path = `/tmp/cluster-${process.env.OWNER ?? process.pid}.sock`;

if (cluster.isPrimary) {
  const worker = cluster.fork({ OWNER: process.pid });
  worker.on('listening', (info) => {
    console.log(info.addressType, info.port, info.address === path);
    const socket = net.connect(path);
    socket.setEncoding('utf8');
    socket.on('data', (data) => console.log(data));
    socket.on('end', () => worker.disconnect());
  });
  worker.on('exit', (code) => console.log('exit', code));
} else {
  net.createServer((socket) => socket.end('by path')).listen(path);
}
