// Nothing is transformed before somebody reads.
const stream = new TransformStream({ transform(chunk, controller) { console.log('transform', chunk); controller.enqueue(chunk); } });
const writer = stream.writable.getWriter();
console.log(writer.desiredSize);
writer.write(1).then(() => console.log('1 done'));
writer.write(2).then(() => console.log('2 done'));
writer.ready.then(() => console.log('ready', writer.desiredSize));
setImmediate(async () => {
  console.log('reading');
  const reader = stream.readable.getReader();
  console.log(await reader.read());
  setImmediate(async () => { console.log(await reader.read()); });
});
