// `ready` is a promise that is new each time the queue fills.
const stream = new WritableStream({
  write(chunk) { return new Promise((resolve) => setImmediate(resolve)); },
}, { highWaterMark: 2 });
const writer = stream.getWriter();
const { ready } = writer;
(async () => {
  for (let i = 1; i <= 5; i++) {
    await writer.ready;
    writer.write(i);
    console.log('wrote', i, writer.desiredSize, writer.ready === ready);
  }
  await writer.close();
  console.log('closed', writer.desiredSize);
})();
