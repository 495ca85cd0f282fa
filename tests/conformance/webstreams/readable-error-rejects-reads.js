// An error drops what is queued and rejects reads, those that wait and those to come.
let controller;
const stream = new ReadableStream({ start(given) { controller = given; } });
const reader = stream.getReader();
reader.closed.catch((error) => console.log('closed', error.message));
reader.read().catch((error) => console.log('first', error.message));
setImmediate(() => {
  controller.error(new Error('broken'));
  reader.read().catch((error) => console.log('second', error.message));
  console.log(controller.desiredSize, stream);
  try { controller.enqueue(1); } catch (error) { console.log(error.code, error.message); }
  controller.error(new Error('again'));
});
