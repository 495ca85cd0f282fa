// A write that fails errors the stream: what waits is rejected too, abort() is not called.
const stream = new WritableStream({
  write(chunk) { console.log('write', chunk); return Promise.reject(new Error(`no ${chunk}`)); },
  abort() { console.log('never'); },
});
const writer = stream.getWriter();
writer.ready.then(() => console.log('ready'), (error) => console.log('not ready', error.message));
writer.write('a').catch((error) => console.log('a', error.message));
writer.write('b').catch((error) => console.log('b', error.message));
writer.close().catch((error) => console.log('close', error.message));
writer.closed.catch((error) => {
  console.log('closed', error.message, writer.desiredSize, stream);
  writer.write('c').catch((e) => console.log('c', e.message));
  writer.ready.catch((e) => console.log('ready', e.message));
});
