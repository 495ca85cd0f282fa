let controller;
const stream = new ReadableStream({ type: 'bytes', start(given) { controller = given; } });
const reader = stream.getReader({ mode: 'byob' });
const show = (error) => console.log(error.name, error.code, error.message);
(async () => {
  await reader.read().catch(show);
  await reader.read(new Uint8Array(0)).catch(show);
  await reader.read('text').catch(show);
  for (const chunk of ['text', new Uint8Array(0), new ArrayBuffer(4), undefined]) {
    try { controller.enqueue(chunk); } catch (error) { show(error); }
  }
  const read = reader.read(new Uint8Array(4));
  const { byobRequest } = controller;
  for (const count of [0, 5, -1]) {
    try { byobRequest.respond(count); } catch (error) { show(error); }
  }
  try { byobRequest.respondWithNewView(new Uint8Array(2)); } catch (error) { show(error); }
  byobRequest.respond(1);
  try { byobRequest.respond(1); } catch (error) { show(error); }
  console.log(await read);
  controller.close();
  try { controller.enqueue(new Uint8Array(1)); } catch (error) { show(error); }
  try { controller.close(); } catch (error) { show(error); }
})();
