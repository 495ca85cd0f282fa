'use strict';

process.env.UV_THREADPOOL_SIZE = '1';
const crypto = require('crypto');
const fs = require('fs');
const zlib = require('zlib');
crypto.pbkdf2('p', 's', 20000, 8, 'sha512', () => console.log('key 1'));
crypto.pbkdf2('p', 's', 20000, 8, 'sha512', () => console.log('key 2'));
fs.stat(__filename, () => console.log('stat'));
zlib.deflate('text', () => console.log('deflate'));
crypto.pbkdf2('p', 's', 1, 8, 'sha512', () => console.log('key 3'));
