const source = () => ReadableStream.from(['x']);
const sink = () => new WritableStream({
  write(chunk) { console.log('write', chunk); },
  close() { console.log('close'); },
  abort(reason) { console.log('abort', reason.message); },
});
const broken = (name) => new ReadableStream({ start(controller) { controller.error(new Error(name)); } });
const refusing = () => new WritableStream({ write() { throw new Error('refused'); } });
(async () => {
  const open = sink();
  await source().pipeTo(open, { preventClose: true });
  console.log(open);
  const first = sink();
  await broken('one').pipeTo(first).catch((error) => console.log('rejected', error.message));
  console.log(first);
  const second = sink();
  await broken('two').pipeTo(second, { preventAbort: true }).catch((error) => console.log('rejected', error.message));
  console.log(second);
  const left = new ReadableStream({ pull(c) { c.enqueue('x'); }, cancel(reason) { console.log('cancel', reason.message); } });
  await left.pipeTo(refusing()).catch((error) => console.log('rejected', error.message));
  console.log(left);
  const kept = new ReadableStream({ pull(c) { c.enqueue('x'); }, cancel() { console.log('never'); } });
  await kept.pipeTo(refusing(), { preventCancel: true }).catch((error) => console.log('rejected', error.message));
  console.log(kept);
  const closed = sink();
  await closed.close();
  await source().pipeTo(closed).catch((error) => console.log('rejected', error.code, error.message));
})();
