// What is enqueued goes into the views that wait; the rest is queued.
let controller;
const stream = new ReadableStream({ type: 'bytes', start(given) { controller = given; } });
const reader = stream.getReader({ mode: 'byob' });
reader.read(new Uint8Array(2)).then(({ value }) => console.log('first', value));
reader.read(new Uint8Array(4)).then(({ value }) => console.log('second', value));
setImmediate(() => {
  controller.enqueue(new Uint8Array([1, 2, 3]));
  console.log(controller.desiredSize);
  controller.enqueue(new Uint8Array([4, 5, 6]));
  console.log(controller.desiredSize);
  controller.close();
  reader.read(new Uint8Array(9)).then((result) => console.log('third', result));
  reader.read(new Uint8Array(9)).then((result) => console.log('fourth', result));
});
