// The reader's memory is filled, and moves: the view that was given is empty afterwards.
const stream = new ReadableStream({
  type: 'bytes',
  pull(controller) {
    const { byobRequest } = controller;
    console.log('pull', byobRequest.view.byteLength, controller.desiredSize);
    byobRequest.view.fill(7);
    byobRequest.respond(3);
    console.log(byobRequest.view, controller.byobRequest);
  },
});
const reader = stream.getReader({ mode: 'byob' });
const view = new Uint8Array(8);
reader.read(view).then(({ value, done }) => {
  console.log(value, done, value.buffer.byteLength, view.byteLength);
  return reader.read(new Uint16Array(2));
}).then(({ value }) => console.log(value));
