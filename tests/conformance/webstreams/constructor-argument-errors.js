const attempts = {
  'source null': () => new ReadableStream(null),
  'source number': () => new ReadableStream(5),
  'strategy number': () => new ReadableStream({}, 5),
  'type': () => new ReadableStream({ type: 'text' }),
  'mark NaN': () => new ReadableStream({}, { highWaterMark: NaN }),
  'mark negative': () => new ReadableStream({}, { highWaterMark: -1 }),
  'size': () => new ReadableStream({}, { size: 5 }),
  'bytes with size': () => new ReadableStream({ type: 'bytes' }, { size() { return 1; } }),
  'pull': () => new ReadableStream({ pull: 5 }),
  'cancel': () => new ReadableStream({ cancel: 'x' }),
  'autoAllocateChunkSize': () => new ReadableStream({ type: 'bytes', autoAllocateChunkSize: 0 }),
  'writable type': () => new WritableStream({ type: 'bytes' }),
  'writable write': () => new WritableStream({ write: 1 }),
  'writable mark': () => new WritableStream({}, { highWaterMark: 'many' }),
  'transform type': () => new TransformStream({ readableType: 'bytes' }),
  'transform writableType': () => new TransformStream({ writableType: 'x' }),
  'transform flush': () => new TransformStream({ flush: {} }),
  'reader': () => new ReadableStreamDefaultReader({}),
  'byob reader': () => new ReadableStreamBYOBReader(new ReadableStream()),
  'writer': () => new WritableStreamDefaultWriter(5),
  'controller': () => new ReadableStreamDefaultController(),
  'byte controller': () => new ReadableByteStreamController(),
  'byob request': () => new ReadableStreamBYOBRequest(),
  'writable controller': () => new WritableStreamDefaultController(),
  'transform controller': () => new TransformStreamDefaultController(),
  'count strategy': () => new CountQueuingStrategy(),
  'count strategy without mark': () => new CountQueuingStrategy({}),
  'getReader mode': () => new ReadableStream().getReader({ mode: 'fast' }),
  'byob of default': () => new ReadableStream().getReader({ mode: 'byob' }),
  'without new': () => ReadableStream(),
  'compression': () => new CompressionStream('zip'),
  'decoder': () => new TextDecoderStream('nonsense'),
};
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    console.log(name, 'works', attempt());
  } catch (error) {
    console.log(name, error.name, error.code, error.message);
  }
}
