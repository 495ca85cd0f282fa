'use strict';

const zlib = require('zlib');
const { pipeline } = require('stream/promises');
const { PassThrough, Readable } = require('stream');
(async () => {
  const source = Readable.from([Buffer.from('this is '), Buffer.from('not gzip')]);
  const gunzip = zlib.createGunzip();
  const target = new PassThrough();
  target.on('close', () => console.log('target closed'));
  await pipeline(source, gunzip, target).catch((e) => console.log(e.code, e.message));
  console.log(source.destroyed, gunzip.destroyed, target.destroyed);
})();
