const stream = new ReadableStream({ cancel() { throw new Error('cannot'); } });
stream.cancel().catch((error) => console.log('cancel', error.message));
console.log(stream);
const errored = new ReadableStream({ start(controller) { controller.error(new Error('early')); } });
errored.cancel().catch((error) => console.log('errored', error.message));
const closed = new ReadableStream({ start(controller) { controller.close(); } });
closed.cancel().then((value) => console.log('closed', value));
