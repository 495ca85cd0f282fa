const { once } = require('events');
const { MessageChannel, receiveMessageOnPort } = require('worker_threads');

(async () => {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage('a');
  const [event] = await once(port2, 'message');
  console.log(event.data ?? event);
  port2.close();
})();
