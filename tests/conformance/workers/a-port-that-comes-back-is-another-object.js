// A port that is sent and received in one thread is a new object; the old one does nothing any more.
const { MessageChannel } = require('worker_threads');
const carrier = new MessageChannel();
const { port1, port2 } = new MessageChannel();
const old = port2;
carrier.port2.once('message', ({ port }) => {
  console.log(port === old, port instanceof old.constructor);
  port.on('message', (message) => {
    console.log('got', message);
    port.close();
  });
  old.on('message', () => console.log('never'));
  old.postMessage('lost');
  old.close();
  try {
    carrier.port2.postMessage(old, [old]);
  } catch (error) {
    console.log(error.name, error.message);
  }
  port1.on('message', (message) => console.log('port1', message));
  port.postMessage('from the new one');
  port1.postMessage('to the new one');
});
port1.on('close', () => {
  console.log('closed');
  carrier.port1.close();
});
carrier.port1.postMessage({ port: port2 }, [port2]);
