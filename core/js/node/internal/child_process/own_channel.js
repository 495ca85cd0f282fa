'use strict';

// In a process that was forked: process.send() and what belongs to it. Source: Node.js documentation "Process",
// "process.channel".

const { openChannel } = internalBinding('child_process');
const messaging = internalBinding('messaging');

const kKeepsOpen = { '__proto__': null, 'disconnect': true, 'message': true };

function install() {
  const mode = process.env.NODE_CHANNEL_SERIALIZATION_MODE;
  delete process.env.NODE_CHANNEL_FD;
  delete process.env.NODE_CHANNEL_SERIALIZATION_MODE;
  const { setUpChannel } = require('internal/child_process/channel');
  const port = openChannel();
  const control = setUpChannel(process, port, { isAdvanced: mode === 'advanced', onEnd() {} });
  messaging.setRef(port, false);
  // While the program listens the channel keeps the process alive.
  process.on('newListener', (type) => { if (kKeepsOpen[type]) control.refCounted(); });
  process.on('removeListener', (type) => { if (kKeepsOpen[type]) control.unrefCounted(); });
  if (process.env.NODE_UNIQUE_ID) {
    require('cluster')._setupWorker();
    delete process.env.NODE_UNIQUE_ID;
  }
}

module.exports = { install };
