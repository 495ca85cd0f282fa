// The old Stream class.
const Stream = require('stream');
const s = new Stream();
s.readable = true;
const d = new Stream();
d.writable = true;
d.write = (c) => { console.log('write', c); return true; };
d.end = () => console.log('end');
d.destroy = () => console.log('destroy');
d.on('pipe', () => console.log('pipe'));
console.log(s.pipe(d) === d, s.listenerCount('data'), s.listenerCount('end'));
s.emit('data', 'x');
s.emit('end');
s.emit('close');
console.log(s.listenerCount('data'), Stream.Stream === Stream, Stream.isReadable(s));
