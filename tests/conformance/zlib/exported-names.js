'use strict';

const zlib = require('zlib');
const shown = (value) => (typeof value === 'function' ? `${value.name}/${value.length}` : typeof value);
for (const name of Object.getOwnPropertyNames(zlib)) {
  const { value, writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(zlib, name);
  console.log(name, shown(value), writable, enumerable, configurable);
}
console.log(require('node:zlib') === zlib);
