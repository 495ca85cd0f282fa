'use strict';
const net = require('net');
const socket = new net.Socket();
socket.on('error', (error) => console.log(error.code, error.message));
socket.on('close', (hadError) => console.log('close', hadError));
socket.resetAndDestroy();
