// The callback of pipeline() comes before the source has closed, or after.
const { Readable, Transform, Writable, pipeline } = require('stream');
const source = new Readable({
  read() { this.push('x'); },
  destroy(error, callback) { setImmediate(callback, error); },
});
const fragile = new Transform({
  transform(chunk, encoding, callback) { process.nextTick(callback, new Error('transform')); },
});
const sink = new Writable({ write(chunk, encoding, callback) { callback(); } });
source.on('error', () => {});
source.on('close', () => console.log('source close'));
pipeline(source, fragile, sink, (error) => console.log('pipeline:', error.message));
