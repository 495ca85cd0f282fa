// isReadable, isErrored, isDisturbed and their like.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const stream = require('stream');
const show = (s) => console.log(stream.isReadable(s), stream.isErrored(s), stream.isDisturbed(s), Readable.isDisturbed(s), stream.isWritable?.(s), stream.isDestroyed?.(s));
const r = new Readable({ read() {} }); show(r);
r.push('x'); r.read(); show(r);
r.on('error', () => {}); r.destroy(new Error('e')); show(r);
show(new Writable()); show({}); show(null); show(new PassThrough());
const ended = Readable.from([]); ended.resume().on('end', () => show(ended));
console.log(Object.keys(stream));
