// A plain read of a byte stream gets memory of this size to fill.
const stream = new ReadableStream({
  type: 'bytes',
  autoAllocateChunkSize: 6,
  pull(controller) {
    console.log('request', controller.byobRequest);
    controller.byobRequest.view[0] = 42;
    controller.byobRequest.respond(2);
  },
});
const reader = stream.getReader();
reader.read().then(({ value }) => console.log(value, value.buffer.byteLength));
