// wrap() makes a Readable of an old stream.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const EventEmitter = require('events');
const old = new EventEmitter();
old.pause = () => console.log('pause');
old.resume = () => console.log('resume');
const r = new Readable({ highWaterMark: 2 }).wrap(old);
r.on('data', (c) => console.log('data', String(c))).on('end', () => console.log('end')).on('close', () => console.log('close'));
old.emit('data', Buffer.from('abc'));
setImmediate(() => { old.emit('data', Buffer.from('d')); old.emit('end'); });
