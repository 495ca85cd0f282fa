// Reading a header and putting back the rest.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable({ read() {} });
let header = '';
r.on('readable', function onreadable() {
  let c;
  while ((c = r.read()) !== null) {
    const at = c.indexOf('\n\n');
    if (at < 0) { header += c; continue; }
    header += c.subarray(0, at);
    const rest = c.subarray(at);
    r.removeListener('readable', onreadable);
    if (rest.length) r.unshift(rest);
    console.log('header', header, r.readableLength);
    r.on('data', (d) => console.log('body', JSON.stringify(String(d)))).on('end', () => console.log('end'));
    return;
  }
});
r.push('a: 1\nb'); r.push(': 2\n\nbody'); setImmediate(() => { r.push(' more'); r.push(null); });
