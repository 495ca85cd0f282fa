const EventEmitter = require('events');
class Thing extends EventEmitter {
  constructor() { super(); process.nextTick(() => this.emit('ready')); }
}
new Thing().on('ready', () => console.log('ready'));
console.log('constructed');
