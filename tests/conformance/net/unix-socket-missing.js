'use strict';
const net = require('net');
const fs = require('fs');
const socket = net.connect('/tmp/loopscope-conformance-missing.sock');
socket.on('error', (error) => {
  console.log(error.code, error.errno, error.syscall, error.address, error.port, error.message);
  fs.writeFileSync('/tmp/loopscope-conformance-file', '');
  net.connect({ path: '/tmp/loopscope-conformance-file' }).on('error', (other) => {
    console.log(other.code, other.message);
    fs.unlinkSync('/tmp/loopscope-conformance-file');
  });
});
