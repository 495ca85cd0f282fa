// setEncoding() with data in the buffer.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable({ read() {} });
r.push(Buffer.from('h\u00e9l', 'utf8').subarray(0, 2));
r.push(Buffer.from('h\u00e9l', 'utf8').subarray(2));
console.log(r.readableEncoding, r.readableLength);
console.log(r.setEncoding('utf8') === r, r.readableEncoding, r.readableLength);
r.push(Buffer.from([0xe2, 0x82]));
r.on('data', (c) => console.log(typeof c, c));
setImmediate(() => { r.push(Buffer.from([0xac])); r.push(Buffer.from([0xe2])); r.push(null); });
r.on('end', () => console.log('end'));
