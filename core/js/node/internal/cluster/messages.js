'use strict';

// What a primary and its workers say to each other. A message may be answered: its number comes back as `ack`.

const { ReflectApply, SafeMap } = primordials;

const callbacks = new SafeMap();  // by number, of those who wait for an answer
let last = 0;

// False: nobody is there.
function send(to, message, handle, callback) {
  if (!to.connected) return false;
  const seq = last++;
  if (typeof callback === 'function') callbacks.set(seq, callback);
  return to.send({ cmd: 'NODE_CLUSTER', ...message, seq }, handle);
}

// A listener for 'internalMessage' that calls `onMessage`, or who waits for this answer, on the worker.
function receiver(worker, onMessage) {
  return (message, handle) => {
    if (message.cmd !== 'NODE_CLUSTER') return;
    let callback = onMessage;
    if (message.ack !== undefined && callbacks.has(message.ack)) {
      callback = callbacks.get(message.ack);
      callbacks.delete(message.ack);
    }
    ReflectApply(callback, worker, [message, handle]);
  };
}

module.exports = { receiver, send };
