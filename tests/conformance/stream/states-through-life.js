// Public state at each stage.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const d = new Duplex({ highWaterMark: 2, read() {}, write(c, e, cb) { setImmediate(cb); } });
const show = (what) => console.log(what, d.readable, d.readableLength, d.readableFlowing, d.readableEnded, d.readableDidRead, d.readableAborted, '|', d.writable, d.writableLength, d.writableNeedDrain, d.writableEnded, d.writableFinished, d.writableCorked, d.writableAborted, '|', d.destroyed, d.closed, d.errored);
show('new'); d.push('abc'); show('pushed'); d.write('xyz'); show('written'); d.end(); show('end()'); d.push(null); show('push(null)');
d.on('drain', () => show('drain')); d.on('finish', () => show('finish')); d.on('end', () => show('end')); d.on('close', () => show('close'));
d.resume(); show('resume');
