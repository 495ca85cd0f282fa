const { MessageChannel, receiveMessageOnPort } = require('worker_threads');
const turn = () => new Promise((r) => setTimeout(r, 5));
(async () => {
  const c = new MessageChannel();
  c.port2.once('message', (m) => console.log('gets', m));
  c.port1.postMessage(1); c.port1.postMessage(2);c.port1.postMessage(3);
  await turn(); await turn();
  console.log(receiveMessageOnPort(c.port2));
  c.port2.on('message', (m) => console.log('then', m));
  await turn();
  c.port2.close();
})();
