const { Readable } = require('stream');
const stream = new ReadableStream({ pull(c) { c.enqueue('x'); }, cancel(reason) { console.log('cancel', reason?.message); } });
const readable = Readable.fromWeb(stream, { objectMode: true });
readable.on('error', (error) => console.log('error', error.message));
readable.on('close', () => console.log('close', stream));
readable.once('data', (chunk) => { console.log(chunk); readable.destroy(new Error('enough')); });
const failing = new ReadableStream({ start(controller) { controller.error(new Error('web failed')); } });
Readable.fromWeb(failing).on('error', (error) => console.log('failing', error.message));
for (const args of [[{}], [new ReadableStream(), 5], [new ReadableStream(), { encoding: 'klingon' }], [new ReadableStream(), { objectMode: 1 }]]) {
  try { Readable.fromWeb(...args); } catch (error) { console.log(error.code, error.message); }
}
