'use strict';

const zlib = require('zlib');
for (const params of [{ a: 1 }, { 1: 'x' }, { 1: 20 }, { 99: 1 }, { 1: true }, { 1: -1 }, { 2: 99 }, { 9: 1 },
  { '-1': 2 }, { '1.5': 1 }, { '01': 1, 1: 2 }, { 6: true }, {}]) {
  console.log(params);
  for (const name of ['BrotliCompress', 'BrotliDecompress']) {
    try {
      console.log(' ', typeof new zlib[name]({ params }));
    } catch (e) {
      console.log(' ', e.name, e.code, e.message);
    }
  }
}
const { BROTLI_PARAM_MODE, BROTLI_MODE_TEXT, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
const packed = zlib.brotliCompressSync('params '.repeat(20), {
  params: { [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT, [BROTLI_PARAM_QUALITY]: 4, [BROTLI_PARAM_SIZE_HINT]: 140 },
});
console.log(zlib.brotliDecompressSync(packed).toString());
