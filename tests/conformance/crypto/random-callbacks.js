'use strict';

const crypto = require('crypto');
process.env.UV_THREADPOOL_SIZE = '1';
crypto.randomBytes(8, (error, bytes) => console.log(1, error, bytes.length));
crypto.randomFill(Buffer.alloc(8), (error, bytes) => console.log(2, error, bytes.length));
crypto.randomFill(new Uint32Array(4), 1, (error, words) => console.log(3, error, words[0]));
crypto.randomFill(Buffer.alloc(8), 2, 3, (error, bytes) => console.log(4, error, bytes.subarray(0, 2), bytes.subarray(5)));
crypto.randomFill(Buffer.alloc(0), (error, bytes) => console.log('at once', error, bytes));
crypto.randomInt(3, (error, number) => console.log(5, error, number >= 0 && number < 3));
crypto.randomInt(10, 20, (error, number) => console.log(6, error, number >= 10 && number < 20));
console.log('asked');
