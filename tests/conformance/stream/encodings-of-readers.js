// Other encodings.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

for (const encoding of ['hex', 'base64', 'latin1', 'utf16le', 'ascii']) {
  const r = new Readable({ encoding, read() {} });
  const all = [];
  r.on('data', (c) => all.push(c)).on('end', () => console.log(encoding, JSON.stringify(all)));
  for (const b of [[1, 2, 3], [200], [0, 65, 0]]) r.push(Buffer.from(b));
  r.push(null);
}
try { new Readable({ encoding: 'bogus' }); } catch (e) { console.log(e.code, e.message); }
