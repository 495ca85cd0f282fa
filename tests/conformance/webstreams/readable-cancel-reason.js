// cancel() tells the source why, and waits for it.
const stream = new ReadableStream({
  start(controller) { controller.enqueue('lost'); },
  cancel(reason) {
    console.log('cancelled for', reason);
    return new Promise((resolve) => setImmediate(() => { console.log('source done'); resolve('ignored'); }));
  },
});
const reader = stream.getReader();
reader.closed.then(() => console.log('closed'));
reader.cancel('enough').then((value) => console.log('cancel gave', value));
reader.read().then((result) => console.log(result));
