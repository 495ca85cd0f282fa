// abort() waits for the write at hand, drops the rest, and tells the sink and its signal.
let signal;
const stream = new WritableStream({
  start(controller) {
    signal = controller.signal;
    signal.addEventListener('abort', () => console.log('signal', signal.reason));
  },
  write(chunk) { console.log('write', chunk); return new Promise((resolve) => setImmediate(resolve)); },
  abort(reason) { console.log('abort', reason); },
});
const writer = stream.getWriter();
setImmediate(() => {
  writer.write('a').then(() => console.log('a done'));
  writer.write('b').catch((reason) => console.log('b', reason));
  writer.closed.catch((reason) => console.log('closed', reason));
  writer.abort('stop').then((value) => console.log('aborted', value));
  writer.abort('twice').then((value) => console.log('aborted again', value));
  console.log(stream);
  writer.ready.catch((reason) => console.log('ready', reason));
});
