// The streams of other Nodes, as packages, connected with this one's.
const core = require('node:stream');

for (const name of ['readable-stream', 'readable-stream-3', 'readable-stream-2']) {
  const { Duplex, PassThrough, Readable, Transform, Writable } = require(name);
  const source = new Readable({ read() {} });
  const upper = new Transform({ transform(chunk, encoding, callback) { callback(null, `${chunk}`.toUpperCase()); } });
  const sink = new core.Writable({
    highWaterMark: 3,
    write(chunk, encoding, callback) {
      console.log(name, 'write', `${chunk}`);
      setImmediate(callback);
    },
  });
  for (const [which, stream] of [['source', source], ['upper', upper], ['sink', sink]]) {
    for (const event of ['end', 'finish', 'close', 'drain', 'pause', 'resume']) {
      stream.on(event, () => console.log(name, which, event));
    }
  }
  source.pipe(upper).pipe(sink);
  for (const chunk of ['one', 'two', 'three', null]) source.push(chunk);
  console.log(source instanceof core.Stream, sink instanceof Writable, upper instanceof Duplex);
  const failing = new Writable({ write(chunk, encoding, callback) { callback(new Error('failed')); } });
  failing.on('error', (error) => console.log(name, error.message));
  failing.write('x');
  const hex = new PassThrough();
  hex.setEncoding('hex');
  hex.on('data', (text) => console.log(name, text));
  new core.PassThrough().end('hi').pipe(hex);
}
