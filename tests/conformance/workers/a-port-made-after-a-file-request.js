const { MessageChannel } = require('worker_threads');
require('fs').stat(__filename, () => {
  const { port1, port2 } = new MessageChannel();
  port1.on('message', (message) => { console.log('gets', message); port1.close(); });
  port2.postMessage(1);
  setImmediate(() => console.log('immediate'));
});
