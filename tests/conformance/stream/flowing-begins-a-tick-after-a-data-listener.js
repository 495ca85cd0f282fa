'use strict';

const { Readable } = require('stream');
const r = new Readable({ read() {} });
r.on('data', (c) => console.log('data', String(c)));
console.log(r.readableFlowing, r.readableLength);
r.push('one');
console.log('pushed', r.readableLength);
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('job'));
r.push(null);
r.on('end', () => console.log('end', r.readableEnded, r.destroyed));
r.on('close', () => console.log('close', r.destroyed, r.closed));
setImmediate(() => console.log('immediate'));
