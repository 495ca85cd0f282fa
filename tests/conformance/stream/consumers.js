// stream/consumers.
const { Readable } = require('stream');
const consumers = require('stream/consumers');
(async () => {
  console.log(await consumers.text(Readable.from(['a', Buffer.from('b')])));
  console.log(await consumers.json(Readable.from(['{"x":', '1}'])));
  console.log(await consumers.buffer(Readable.from(['ab'])));
  console.log(new Uint8Array(await consumers.arrayBuffer(Readable.from(['ab']))));
  const blob = await consumers.blob(Readable.from(['blob']));
  console.log(blob.size, await blob.text());
  await consumers.json(Readable.from(['{bad'])).catch((e) => console.log(e.name));
})();
