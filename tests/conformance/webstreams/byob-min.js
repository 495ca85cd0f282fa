const stream = new ReadableStream({
  type: 'bytes',
  pull(controller) {
    const { view } = controller.byobRequest;
    console.log('pull', view.byteOffset, view.byteLength);
    view[0] = 1;
    controller.byobRequest.respond(1);
  },
});
const reader = stream.getReader({ mode: 'byob' });
(async () => {
  console.log(await reader.read(new Uint8Array(5), { min: 3 }));
  for (const min of [0, 6, 1.5, '2', -1]) {
    await reader.read(new Uint8Array(5), { min }).catch((error) => console.log(error.name, error.code, error.message));
  }
})();
