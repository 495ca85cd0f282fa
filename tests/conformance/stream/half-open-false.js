// allowHalfOpen: false ends the writable side.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

for (const allowHalfOpen of [true, false]) {
  const d = new Duplex({ allowHalfOpen, read() { this.push(null); }, write(c, e, cb) { cb(); } });
  d.on('end', () => console.log(allowHalfOpen, 'end', d.writableEnded));
  d.on('finish', () => console.log(allowHalfOpen, 'finish'));
  d.on('close', () => console.log(allowHalfOpen, 'close'));
  d.resume();
}
