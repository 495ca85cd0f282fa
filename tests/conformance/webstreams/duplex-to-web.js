const { Duplex, Transform, Readable } = require('stream');
const upper = new Transform({ transform(chunk, encoding, callback) { callback(null, chunk.toString().toUpperCase()); } });
const pair = Duplex.toWeb(upper);
console.log(pair);
(async () => {
  const writer = pair.writable.getWriter();
  writer.write('ab');
  writer.write('cd');
  writer.close();
  for await (const chunk of pair.readable) console.log(Buffer.from(chunk).toString());
  const oneSided = Duplex.toWeb(new Duplex({ writable: false, read() { this.push(null); } }));
  console.log(oneSided.writable);
  try { Duplex.toWeb(new Readable()); } catch (error) { console.log(error.code, error.message); }
})();
