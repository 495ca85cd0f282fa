const { Readable } = require('stream');
let n = 0;
const stream = new ReadableStream({
  pull(controller) { console.log('pull', ++n); if (n > 3) controller.close(); else controller.enqueue(`chunk ${n}`); },
}, { highWaterMark: 0 });
const readable = Readable.fromWeb(stream, { encoding: 'utf8' });
console.log(stream.locked, readable.readableObjectMode, readable.readableHighWaterMark);
readable.on('data', (chunk) => console.log('data', chunk));
readable.on('end', () => console.log('end'));
readable.on('close', () => console.log('close'));
