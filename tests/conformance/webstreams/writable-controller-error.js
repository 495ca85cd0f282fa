let controller;
const stream = new WritableStream({ start(given) { controller = given; }, close() { console.log('never'); } });
const writer = stream.getWriter();
writer.closed.catch((error) => console.log('closed', error.message));
setImmediate(() => {
  controller.error(new Error('mine'));
  controller.error(new Error('ignored'));
  console.log(stream, writer.desiredSize);
  writer.close().catch((error) => console.log('close', error.code, error.message));
});
