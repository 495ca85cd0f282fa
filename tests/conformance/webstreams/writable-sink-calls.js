// One write at a time, close() after the last.
const stream = new WritableStream({
  start(controller) { console.log('start', controller.signal.aborted); },
  write(chunk, controller) {
    console.log('write', chunk, controller.constructor.name);
    return new Promise((resolve) => setTimeout(() => { console.log('written', chunk); resolve(); }, 2));
  },
  close(...args) { console.log('close', args.length); },
});
const writer = stream.getWriter();
writer.write('a').then(() => console.log('a done'));
writer.write('b').then(() => console.log('b done'));
writer.close().then(() => console.log('close done'));
writer.closed.then(() => console.log('closed', stream));
console.log(writer.desiredSize, stream);
