'use strict';

const crypto = require('crypto');
const key = Buffer.alloc(32, 1);
const iv = Buffer.alloc(16, 2);
const cipher = crypto.createCipheriv('aes-256-cbc', key, iv);
const decipher = crypto.createDecipheriv('aes-256-cbc', key, iv);
cipher.on('data', (chunk) => console.log('sealed', chunk));
for (const name of ['finish', 'end', 'close']) cipher.on(name, () => console.log(name));
cipher.pipe(decipher).setEncoding('utf8').on('data', (text) => console.log('opened', text)).on('end', () => console.log('opened all'));
cipher.write('some text that is ');
cipher.write(Buffer.from('longer than one block'));
cipher.end('.');
