const EventEmitter = require('events');
const plain = Object.assign(Object.create(null), { name: 'plain' });
for (const method of ['on', 'emit', 'once', 'off']) plain[method] = EventEmitter.prototype[method];
plain.on('go', function () { console.log(this.name); });
plain.emit('go');
