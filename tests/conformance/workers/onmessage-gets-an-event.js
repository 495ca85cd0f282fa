const { MessageChannel, receiveMessageOnPort } = require('worker_threads');

const { port1, port2 } = new MessageChannel();
port2.onmessage = function(event) {
  console.log(event.constructor.name, event.type, event.data, event.ports, event.target === port2, this === port2);
  console.log(event.origin, event.lastEventId, event.source, event instanceof Event);
  port2.close();
};
port1.postMessage({ text: 'hi' });
