'use strict';

// Sockets and servers that go along with a message. The socket itself is nobody's on its way; a server's stays where it
// is, and the other process accepts from it as well. Source: Node.js documentation "subprocess.send()", "Example:
// sending a server object", "Example: sending a socket object".

const { codes } = require('internal/errors');
const { Pipe, TCP } = require('internal/net/handle');

function classOf(message) {
  return message.isPath ? Pipe : TCP;
}

function packSocket(message, socket, keepsOpen) {
  const handle = socket._handle;
  const parcel = { message: { cmd: 'NODE_HANDLE', type: 'net.Socket', msg: message } };
  if (!handle) return parcel;
  if (keepsOpen) throw new codes.ERR_INVALID_ARG_VALUE('options.keepOpen', true, 'is not supported');
  parcel.message.isPath = handle instanceof Pipe;
  socket._handle = null;
  socket.setTimeout(0);
  handle.ondata = () => {};
  parcel.socket = handle.giveAway();
  parcel.sent = () => {
    if (socket._server) socket._server._connections--;
    handle.close();
  };
  return parcel;
}

function packServer(message, server) {
  const handle = server._handle;
  const parcel = { message: { cmd: 'NODE_HANDLE', type: 'net.Server', msg: message, isPath: handle instanceof Pipe } };
  if (handle) parcel.socket = handle.shareOut();
  return parcel;
}

function pack(message, handle, options) {
  const net = require('net');
  if (handle instanceof net.Socket) return packSocket(message, handle, options?.keepOpen);
  if (handle instanceof net.Server) return packServer(message, handle);
  if (handle instanceof TCP || handle instanceof Pipe) return packNative(message, handle);
  throw new codes.ERR_INVALID_HANDLE_TYPE();
}

// Of Node's own messages: the handle itself. A listening one is shared.
function packNative(message, handle) {
  message = { ...message, isPath: handle instanceof Pipe };
  if (message.act !== 'newconn') return { message: { ...message, shares: handle.socketId() }, socket: handle.socketId() };
  return { message, socket: handle.giveAway(), sent: () => handle.close() };
}

function unpack(message, socket, give) {
  const net = require('net');
  if (socket === undefined) return give(undefined);
  const handle = nativeHandle(message, socket);
  if (message.type === 'net.Server') {
    const server = new net.Server();
    server.listen(handle, () => give(server));
    return;
  }
  give(handle === undefined ? undefined : new net.Socket({ handle, readable: true, writable: true }));
}

function nativeHandle(message, socket) {
  const id = message.shares !== undefined ? TCP.share(socket) : TCP.takeOver(socket);
  return id === 0 ? undefined : new (classOf(message))(id);
}

module.exports = { nativeHandle, pack, unpack };
