const EventEmitter = require('events');
const emitter = new EventEmitter();
emitter.setMaxListeners(2);
for (let i = 0; i < 3; i++) emitter.on('go', () => {});
const free = new EventEmitter().setMaxListeners(0);
for (let i = 0; i < 50; i++) free.on('go', () => {});
for (const value of [-1, 'x', NaN]) {
  try { emitter.setMaxListeners(value); } catch (error) { console.log(error.code, error.message); }
}
