'use strict';

const crypto = require('crypto');
for (const [name, data] of [['aes-128-gcm', 'abc'], ['aes-128-cbc', 'abc'], ['aes-128-cbc', Buffer.alloc(16)]]) {
  const decipher = crypto.createDecipheriv(name, Buffer.alloc(16), Buffer.alloc(16));
  decipher.on('error', (error) => console.log(name, error.message, error.code));
  decipher.on('data', (chunk) => console.log(name, 'data', chunk));
  decipher.on('close', () => console.log(name, 'close'));
  decipher.end(data);
}
const finished = crypto.createCipheriv('aes-128-cbc', Buffer.alloc(16), Buffer.alloc(16));
finished.final();
try {
  finished.write('late');
} catch (error) {
  console.log('thrown', error.message);
}
