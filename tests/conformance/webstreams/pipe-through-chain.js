const double = () => new TransformStream({ transform(chunk, controller) { controller.enqueue(chunk); controller.enqueue(chunk); } });
const label = (name) => new TransformStream({ transform(chunk, controller) { console.log(name, chunk); controller.enqueue(`${name}${chunk}`); } });
(async () => {
  for await (const chunk of ReadableStream.from(['1', '2']).pipeThrough(label('a')).pipeThrough(double()).pipeThrough(label('b'))) {
    console.log(chunk);
  }
  const failing = new TransformStream({ transform() { throw new Error('mid'); } });
  try {
    for await (const chunk of ReadableStream.from(['1']).pipeThrough(failing).pipeThrough(label('c'))) console.log(chunk);
  } catch (error) {
    console.log(error.message);
  }
  for (const bad of [undefined, {}, { readable: new ReadableStream() }]) {
    try { new ReadableStream().pipeThrough(bad); } catch (error) { console.log(error.code, error.message); }
  }
})();
