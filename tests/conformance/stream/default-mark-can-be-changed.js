// stream.setDefaultHighWaterMark.
const stream = require('stream');
console.log(stream.getDefaultHighWaterMark(false), stream.getDefaultHighWaterMark(true));
stream.setDefaultHighWaterMark(false, 32);
stream.setDefaultHighWaterMark(true, 2);
console.log(new stream.Readable().readableHighWaterMark, new stream.Writable({ objectMode: true }).writableHighWaterMark);
for (const bad of [-1, 'x', 1.5]) {
  try { stream.setDefaultHighWaterMark(false, bad); console.log('ok', bad); } catch (e) { console.log(e.code, e.message); }
}
