const { compose, Transform, Duplex } = require('stream');
const web = (mark) => new TransformStream({ transform(chunk, controller) { controller.enqueue(Buffer.from(`${chunk}${mark}`)); } });
const node = (mark) => new Transform({ transform(chunk, encoding, callback) { callback(null, `${chunk}${mark}`); } });
const run = (name, stream) => new Promise((resolve) => {
  stream.on('data', (chunk) => console.log(name, chunk.toString()));
  stream.on('end', () => { console.log(name, 'end'); resolve(); });
  stream.on('error', (error) => { console.log(name, error.message); resolve(); });
  stream.end('x');
});
(async () => {
  await run('web node', compose(web('1'), node('2')));
  await run('node web node', compose(node('1'), web('2'), node('3')));
  const from = Duplex.from(ReadableStream.from(['a', 'b']));
  for await (const chunk of from) console.log('from', chunk.toString());
  try { compose(new WritableStream(), node('1')); } catch (error) { console.log(error.code); }
  try { compose(node('1'), new ReadableStream()); } catch (error) { console.log(error.code); }
})();
