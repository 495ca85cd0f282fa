const { pipeline, Readable, PassThrough, Writable } = require('stream');
const promises = require('stream/promises');
const upper = () => new TransformStream({ transform(chunk, controller) { controller.enqueue(String(chunk).toUpperCase()); } });
const print = (name) => new WritableStream({
  write(chunk) { console.log(name, chunk); },
  close() { console.log(name, 'close'); },
  abort(reason) { console.log(name, 'abort', reason.message); },
});
(async () => {
  await promises.pipeline(Readable.from(['a', 'b']), upper(), print('one'));
  await promises.pipeline(ReadableStream.from(['c']), new PassThrough({ objectMode: true }), print('two'));
  await promises.pipeline(ReadableStream.from(['d']), async function*(source) { for await (const x of source) yield x + x; }, print('three'));
  console.log(await promises.pipeline(ReadableStream.from(['e']), upper(), async (source) => { let all = ''; for await (const x of source) all += x; return all; }));
  const broken = () => new ReadableStream({ start(controller) { controller.error(new Error('broken')); } });
  await promises.pipeline(broken(), print('four')).catch((error) => console.log(error.message));
  const node = new Writable({ objectMode: true, write(chunk, encoding, callback) { console.log('node', chunk); callback(); } });
  await promises.pipeline(ReadableStream.from(['f', 'g']), upper(), node);
  const open = print('five');
  await promises.pipeline(ReadableStream.from(['h']), open, { end: false });
  console.log(open);
  const controller = new AbortController();
  const aborted = promises.pipeline(new ReadableStream(), print('six'), { signal: controller.signal });
  controller.abort();
  await aborted.catch((error) => console.log(error.name));
})();
