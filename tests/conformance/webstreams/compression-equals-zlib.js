const zlib = require('zlib');
(async () => {
  const stream = new CompressionStream('deflate');
  const writer = stream.writable.getWriter();
  writer.write(new TextEncoder().encode('hello hello hello'));
  writer.close();
  const chunks = [];
  for await (const chunk of stream.readable) { console.log(chunk.constructor.name); chunks.push(chunk); }
  console.log(Buffer.concat(chunks).equals(zlib.deflateSync('hello hello hello')));
})();
