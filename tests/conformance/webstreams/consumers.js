const consumers = require('stream/consumers');
const { Readable } = require('stream');
const bytes = () => ReadableStream.from([new Uint8Array([123, 34, 97]), new Uint8Array([34, 58, 49, 125])]);
const node = () => Readable.from([Buffer.from('{"a'), Buffer.from('":2}')]);
(async () => {
  for (const make of [bytes, node]) {
    console.log(await consumers.text(make()), await consumers.json(make()), await consumers.buffer(make()),
                await consumers.arrayBuffer(make()), await consumers.blob(make()));
  }
  console.log(await consumers.text(ReadableStream.from(['str', 'ings'])));
  await consumers.json(ReadableStream.from(['{'])).catch((error) => console.log(error.name));
  await consumers.text(new ReadableStream({ start(c) { c.error(new Error('mid')); } })).catch((error) => console.log(error.message));
})();
