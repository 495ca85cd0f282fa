// destroy() with data left.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable({ read() {} });
r.push('abc');
r.on('data', (c) => console.log('data', String(c)));
r.on('end', () => console.log('end'));
r.on('close', () => console.log('close', r.readableLength, r.readableAborted, r.readableDidRead));
r.destroy();
console.log(r.push('more'), r.destroyed, r.readable);
