const stream = new TransformStream({
  start(controller) { console.log('start', controller.desiredSize); controller.enqueue('first'); },
  transform(chunk, controller) {
    console.log('transform', chunk, controller.desiredSize);
    if (chunk !== 'skip') controller.enqueue(chunk.toUpperCase());
  },
  flush(controller) { console.log('flush'); controller.enqueue('last'); },
});
console.log(stream);
const writer = stream.writable.getWriter();
for (const chunk of ['a', 'skip', 'b']) writer.write(chunk).then(() => console.log('written', chunk));
writer.close().then(() => console.log('closed'));
(async () => { for await (const chunk of stream.readable) console.log('read', chunk); })();
