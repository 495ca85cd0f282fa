'use strict';

const crypto = require('crypto');
const seal = (key, iv, options) => crypto.createCipheriv('aes-128-cbc', key, iv, options).update('a text of a block', 'utf8', 'hex');
const bytes = Buffer.from('0123456789abcdef');
console.log(seal(bytes, bytes), seal('0123456789abcdef', '0123456789abcdef'), seal(new Uint8Array(bytes), new Uint8Array(bytes).buffer));
console.log(seal(crypto.createSecretKey(bytes), bytes), seal(bytes.toString('hex'), bytes, { encoding: 'hex' }), seal(new DataView(new ArrayBuffer(16)), new Uint16Array(8)));
console.log(crypto.createCipheriv('aes-128-ecb', bytes, null).update('0123456789abcdef', 'utf8', 'hex'), crypto.createCipheriv('aes-128-ecb', bytes, '').final('hex'));
