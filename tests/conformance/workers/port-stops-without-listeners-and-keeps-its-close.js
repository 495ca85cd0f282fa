const { MessageChannel } = require('worker_threads');
const turn = () => new Promise((r) => setTimeout(r, 5));
(async () => {
  const c = new MessageChannel();
  c.port2.once('message', (m) => console.log('gets', m));
  c.port2.on('close', () => console.log('closes'));
  c.port1.postMessage(1); c.port1.postMessage(2);
  await turn(); await turn();
  c.port1.close();
  c.port1.on('close', () => console.log('port1 closes'));
  await turn(); await turn();
  console.log('end');
})();
