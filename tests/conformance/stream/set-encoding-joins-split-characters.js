'use strict';

const { Readable } = require('stream');
const bytes = Buffer.from('aä€😀z');
const r = new Readable({ read() {} });
r.setEncoding('utf8');
r.on('data', (c) => console.log(JSON.stringify(c), c.length));
r.on('end', () => console.log('end', r.readableEncoding));
for (let i = 0; i < bytes.length; i++) r.push(bytes.subarray(i, i + 1));
r.push(Buffer.from([0xe2, 0x82]));
r.push(null);
