// Which promises of a failing stream count as nobody's.
process.on('unhandledRejection', (reason) => console.log('unhandled', reason.message));
const readable = new ReadableStream({ start(controller) { controller.error(new Error('readable')); } });
readable.getReader();
const writable = new WritableStream({ start(controller) { controller.error(new Error('writable')); } });
writable.getWriter();
new ReadableStream({ start(controller) { controller.error(new Error('read')); } }).getReader().read();
new WritableStream({ write() { throw new Error('write'); } }).getWriter().write('x');
new ReadableStream({ start(controller) { controller.error(new Error('pipeThrough')); } }).pipeThrough(new TransformStream());
new ReadableStream({ start(controller) { controller.error(new Error('pipeTo')); } }).pipeTo(new WritableStream());
