'use strict';

const zlib = require('zlib');
const { Transform } = require('stream');
for (const name of ['Deflate', 'Inflate', 'Gzip', 'Gunzip', 'DeflateRaw', 'InflateRaw', 'Unzip',
  'BrotliCompress', 'BrotliDecompress']) {
  const Class = zlib[name];
  const made = [new Class(), Class(), zlib[`create${name}`]()];
  console.log(name, made.every((s) => s instanceof Class && s instanceof Transform && s.constructor === Class));
  const chain = [];
  for (let p = Class.prototype; p !== Object.prototype; p = Object.getPrototypeOf(p)) chain.push(p.constructor.name);
  console.log(chain.join(' < '));
}
console.log(Object.keys(new zlib.Gzip()).join());
console.log(Object.keys(new zlib.BrotliCompress()).join());
const { prototype } = Object.getPrototypeOf(Object.getPrototypeOf(zlib.Gzip));
console.log(Object.getOwnPropertyNames(prototype).join());
console.log(new zlib.Gzip() instanceof zlib.Gunzip, zlib.Inflate('ignored') instanceof zlib.Inflate);
