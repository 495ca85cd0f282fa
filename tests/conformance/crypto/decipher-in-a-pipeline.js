'use strict';

const crypto = require('crypto');
const { pipeline } = require('stream');
const { Readable, Writable } = require('stream');
const key = Buffer.alloc(32, 1);
const iv = Buffer.alloc(12, 2);
const cipher = crypto.createCipheriv('aes-256-gcm', key, iv);
const sealed = Buffer.concat([cipher.update('a secret'), cipher.final()]);
function open(tag, label) {
  const decipher = crypto.createDecipheriv('aes-256-gcm', key, iv).setAuthTag(tag);
  const sink = new Writable({ write(chunk, encoding, callback) { console.log(label, chunk.toString()); callback(); } });
  pipeline(Readable.from([sealed]), decipher, sink, (error) => console.log(label, error ? error.message : 'all well'));
}
open(cipher.getAuthTag(), 'right');
setTimeout(() => open(Buffer.alloc(16), 'wrong'), 20);
