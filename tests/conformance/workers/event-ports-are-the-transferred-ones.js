const { MessageChannel, receiveMessageOnPort } = require('worker_threads');

const a = new MessageChannel();
const b = new MessageChannel();
a.port2.onmessage = (event) => {
  console.log(event.ports.length, event.ports[0] === event.data.port);
  a.port2.close();
};
a.port1.postMessage({ port: b.port1 }, [b.port1]);
