'use strict';

const zlib = require('zlib');
const attempt = (name, f) => {
  try {
    console.log(name, f());
  } catch (e) {
    console.log(name, e.name, e.code, e.message);
  }
};
for (const value of [5, null, undefined, {}, [], true, Symbol('a'), () => {}]) {
  attempt('sync', () => zlib.gzipSync(value));
  attempt('callback', () => zlib.gzip(value, () => {}));
}
attempt('no callback', () => zlib.gzip('x'));
attempt('no callback', () => zlib.gzip('x', {}));
attempt('callback', () => zlib.gzip('x', {}, 5));
attempt('options first', () => zlib.gzip('x', { level: 99 }));
attempt('level', () => zlib.createDeflate().params(20, 0));
attempt('strategy', () => zlib.createDeflate().params(1, 7));
attempt('strategy', () => zlib.createDeflate().params(1, 'x'));
attempt('flush', () => zlib.createDeflate().flush(99, () => {}));
