'use strict';

const crypto = require('crypto');
const { pipeline } = require('stream/promises');
const { Readable, Writable } = require('stream');
const chunks = [];
pipeline(
  Readable.from(['a', 'b', 'c'].map((text) => Buffer.from(text))),
  crypto.createHash('sha256').setEncoding('hex'),
  new Writable({ decodeStrings: false, write(chunk, encoding, callback) { chunks.push(chunk, encoding); callback(); } }),
).then(() => console.log('done', chunks));
