const { Writable } = require('stream');
const sink = new Writable({
  highWaterMark: 5,
  write(chunk, encoding, callback) { console.log('_write', chunk.toString()); setImmediate(callback); },
  final(callback) { console.log('_final'); callback(); },
});
sink.on('drain', () => console.log('drain'));
sink.on('close', () => console.log('node stream closed'));
const stream = Writable.toWeb(sink);
const writer = stream.getWriter();
console.log(stream, writer.desiredSize);
writer.write('abcdef').then(() => console.log('first done'));
writer.write('g').then(() => console.log('second done'));
writer.ready.then(() => console.log('ready'));
writer.close().then(() => console.log('closed', stream));
