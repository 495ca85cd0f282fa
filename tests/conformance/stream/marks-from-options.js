// Where marks of each side come from.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const show = (s) => console.log(s.readableHighWaterMark, s.writableHighWaterMark, s.readableObjectMode, s.writableObjectMode);
const options = [{}, { highWaterMark: 5 }, { objectMode: true }, { readableObjectMode: true }, { writableObjectMode: true, highWaterMark: 3 },
  { readableHighWaterMark: 7 }, { writableHighWaterMark: 9, highWaterMark: 2 }, { readableHighWaterMark: 0, writableHighWaterMark: 0 }];
for (const o of options) { show(new Duplex(o)); show(new Transform(o)); show(new PassThrough(o)); }
for (const bad of [-1, NaN, 'x', {}, 1.5, Infinity]) {
  try { console.log(new Readable({ highWaterMark: bad }).readableHighWaterMark); } catch (e) { console.log(e.code, e.message); }
  try { console.log(new Writable({ highWaterMark: bad }).writableHighWaterMark); } catch (e) { console.log(e.code, e.message); }
}
