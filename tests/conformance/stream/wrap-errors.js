// wrap() of a stream that fails and closes.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const EventEmitter = require('events');
const old = new EventEmitter();
old.pause = old.resume = () => {};
const r = Readable.wrap(old);
r.on('error', (e) => console.log('error', e.message)).on('close', () => console.log('close'));
old.emit('error', new Error('old'));
old.emit('close');
