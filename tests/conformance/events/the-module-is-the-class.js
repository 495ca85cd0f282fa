const EventEmitter = require('events');
console.log(EventEmitter.EventEmitter === EventEmitter, EventEmitter.name, typeof EventEmitter.once, typeof EventEmitter.on);
console.log(Object.keys(new EventEmitter()));
console.log(EventEmitter.usingDomains, typeof EventEmitter.getEventListeners, typeof EventEmitter.setMaxListeners);
