const { MessageChannel, receiveMessageOnPort } = require('worker_threads');

const event = new MessageEvent('message', { data: [1], origin: 'o', lastEventId: 3 });
console.log(event.data, event.origin, event.lastEventId, event.source, event.ports, event.type);
console.log(new MessageEvent('x').data, MessageEvent.name, event instanceof Event);
