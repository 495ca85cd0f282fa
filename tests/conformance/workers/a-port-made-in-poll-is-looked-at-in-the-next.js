// libuv goes once through the handles that are open as poll looks: what a listener posts to a port it has just made
// comes after the check phase, what it posts to an older one at once.
const { MessageChannel } = require('worker_threads');
const made = new MessageChannel();
const older = new MessageChannel();
made.port1.on('message', (message) => {
  console.log('gets', message);
  const fresh = new MessageChannel();
  fresh.port1.on('message', (m) => { console.log('fresh gets', m); fresh.port1.close(); });
  fresh.port2.postMessage(1);
  older.port2.postMessage('to an older one');
  setImmediate(() => console.log('immediate'));
  made.port1.close();
});
older.port1.on('message', (message) => { console.log('older gets', message); older.port1.close(); });
made.port2.postMessage('make one');
