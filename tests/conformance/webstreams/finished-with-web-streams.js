const { finished, addAbortSignal } = require('stream');
const promises = require('stream/promises');
const closing = new ReadableStream({ start(controller) { controller.close(); } });
finished(closing, (...args) => console.log('closing', args));
const failing = new ReadableStream({ start(controller) { controller.error(new Error('failed')); } });
finished(failing, (error) => console.log('failing', error.message));
const writable = new WritableStream();
promises.finished(writable).then((value) => console.log('writable', value));
writable.close();
const aborting = new AbortController();
finished(new ReadableStream(), { signal: aborting.signal }, (error) => console.log('aborted', error.name, error.cause));
aborting.abort('reason');
finished(new ReadableStream(), { signal: AbortSignal.abort() }, (error) => console.log('aborted before', error.name));
const controller = new AbortController();
const readable = addAbortSignal(controller.signal, new ReadableStream());
readable.getReader().read().catch((error) => console.log('read', error.name, error.code, error.cause));
const sink = addAbortSignal(controller.signal, new WritableStream());
sink.getWriter().closed.catch((error) => console.log('closed', error.name));
controller.abort('no more');
try { finished(new TransformStream(), () => {}); } catch (error) { console.log(error.code); }
try { addAbortSignal(controller.signal, {}); } catch (error) { console.log(error.code, error.message); }
