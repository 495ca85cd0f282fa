'use strict';

const crypto = require('crypto');
const of = (key, options) => crypto.createHmac('sha256', key, options).update('data').digest('hex');
console.log(of('key'), of(Buffer.from('key')), of(new Uint8Array(Buffer.from('key'))), of(new Uint8Array(Buffer.from('key')).buffer));
console.log(of(''), of(Buffer.alloc(0)), of('k'.repeat(200)), of(crypto.createSecretKey(Buffer.from('key'))));
console.log(of('6b6579', { encoding: 'hex' }), of('a2V5', { encoding: 'base64' }), of(new Uint16Array([1, 2])), of(new DataView(new ArrayBuffer(4))));
