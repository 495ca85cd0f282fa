const { MessageChannel } = require('worker_threads');

const a = new MessageChannel();
const b = new MessageChannel();
a.port2.on('message', ({ port, text }) => {
  console.log(text, port.constructor.name);
  port.on('message', (message) => {
    console.log('over the travelled port:', message);
    port.close();
    a.port2.close();
  });
});
b.port2.postMessage('waiting in the port');
a.port1.postMessage({ text: 'take this', port: b.port1 }, [b.port1]);
