// A released reader's promises reject; another may go on.
const stream = new ReadableStream({ pull(controller) { controller.enqueue('x'); } }, { highWaterMark: 0 });
const first = stream.getReader();
const pending = first.read();
first.releaseLock();
pending.catch((error) => console.log('pending', error.code, error.message));
first.closed.catch((error) => console.log('closed', error.code, error.message));
first.read().catch((error) => console.log('read', error.code, error.message));
first.cancel().catch((error) => console.log('cancel', error.code, error.message));
first.releaseLock();
const second = stream.getReader();
console.log(stream.locked);
second.read().then((result) => console.log('second', result));
