// The report is about where the error ended the process, not about where it was thrown first.
const EventEmitter = require('node:events');

const emitter = new EventEmitter();
try {
  null.field;
} catch (error) {
  setTimeout(() => emitter.emit('error', error), 1);
}
