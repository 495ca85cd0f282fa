'use strict';

const crypto = require('crypto');
const { Transform } = require('stream');
const hash = crypto.createHash('sha256');
console.log(hash instanceof Transform, hash.constructor.name);
hash.on('readable', () => {
  const data = hash.read();
  console.log('readable', data && data.toString('hex'));
});
hash.on('end', () => console.log('end'));
hash.on('finish', () => console.log('finish'));
hash.on('close', () => console.log('close'));
console.log(hash.write('some '), hash.write(Buffer.from('data ')), hash.write('66', 'hex'));
hash.end('!');
console.log('written');
