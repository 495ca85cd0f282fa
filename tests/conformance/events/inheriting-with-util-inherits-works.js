const EventEmitter = require('events');
const util = require('util');
function Old() { EventEmitter.call(this); }
util.inherits(Old, EventEmitter);
const old = new Old();
old.on('go', () => console.log('heard', old instanceof EventEmitter, Old.super_ === EventEmitter));
old.emit('go');
