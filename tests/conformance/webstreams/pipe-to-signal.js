const source = () => new ReadableStream({
  pull(controller) { controller.enqueue('x'); },
  cancel(reason) { console.log('cancel', reason?.name ?? reason); },
});
const sink = () => new WritableStream({
  write() { return new Promise((resolve) => setImmediate(resolve)); },
  abort(reason) { console.log('abort', reason?.name ?? reason); },
});
(async () => {
  const controller = new AbortController();
  const piped = source().pipeTo(sink(), { signal: controller.signal });
  setTimeout(() => controller.abort(), 5);
  await piped.catch((error) => console.log('rejected', error.name, error.message));
  await source().pipeTo(sink(), { signal: AbortSignal.abort('before') }).catch((error) => console.log('rejected', error));
  const third = new AbortController();
  const prevented = source().pipeTo(sink(), { signal: third.signal, preventAbort: true, preventCancel: true });
  third.abort('prevented');
  await prevented.catch((error) => console.log('rejected', error));
  await source().pipeTo(sink(), { signal: {} }).catch((error) => console.log(error.code, error.message));
  await source().pipeTo('nothing').catch((error) => console.log(error.code, error.message));
})();
