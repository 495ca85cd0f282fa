'use strict';

// zlib.constants and zlib.codes. Source: Node.js documentation "Zlib constants", and what node 20 shows.

const {
  ObjectDefineProperty,
  ObjectFreeze,
  ObjectKeys,
  StringPrototypeStartsWith,
} = primordials;

const kBrotliDecoderErrors = {
  __proto__: null,
  FORMAT_EXUBERANT_NIBBLE: -1,
  FORMAT_RESERVED: -2,
  FORMAT_EXUBERANT_META_NIBBLE: -3,
  FORMAT_SIMPLE_HUFFMAN_ALPHABET: -4,
  FORMAT_SIMPLE_HUFFMAN_SAME: -5,
  FORMAT_CL_SPACE: -6,
  FORMAT_HUFFMAN_SPACE: -7,
  FORMAT_CONTEXT_MAP_REPEAT: -8,
  FORMAT_BLOCK_LENGTH_1: -9,
  FORMAT_BLOCK_LENGTH_2: -10,
  FORMAT_TRANSFORM: -11,
  FORMAT_DICTIONARY: -12,
  FORMAT_WINDOW_BITS: -13,
  FORMAT_PADDING_1: -14,
  FORMAT_PADDING_2: -15,
  FORMAT_DISTANCE: -16,
  DICTIONARY_NOT_SET: -19,
  INVALID_ARGUMENTS: -20,
  ALLOC_CONTEXT_MODES: -21,
  ALLOC_TREE_GROUPS: -22,
  ALLOC_CONTEXT_MAP: -25,
  ALLOC_RING_BUFFER_1: -26,
  ALLOC_RING_BUFFER_2: -27,
  ALLOC_BLOCK_TYPE_TREES: -30,
  UNREACHABLE: -31,
};

const kResults = {
  __proto__: null,
  Z_OK: 0,
  Z_STREAM_END: 1,
  Z_NEED_DICT: 2,
  Z_ERRNO: -1,
  Z_STREAM_ERROR: -2,
  Z_DATA_ERROR: -3,
  Z_MEM_ERROR: -4,
  Z_BUF_ERROR: -5,
  Z_VERSION_ERROR: -6,
};

const kValues = {
  __proto__: null,
  Z_NO_FLUSH: 0,
  Z_PARTIAL_FLUSH: 1,
  Z_SYNC_FLUSH: 2,
  Z_FULL_FLUSH: 3,
  Z_FINISH: 4,
  Z_BLOCK: 5,
  ...kResults,
  Z_NO_COMPRESSION: 0,
  Z_BEST_SPEED: 1,
  Z_BEST_COMPRESSION: 9,
  Z_DEFAULT_COMPRESSION: -1,
  Z_FILTERED: 1,
  Z_HUFFMAN_ONLY: 2,
  Z_RLE: 3,
  Z_FIXED: 4,
  Z_DEFAULT_STRATEGY: 0,
  ZLIB_VERNUM: 4880,
  DEFLATE: 1,
  INFLATE: 2,
  GZIP: 3,
  GUNZIP: 4,
  DEFLATERAW: 5,
  INFLATERAW: 6,
  UNZIP: 7,
  BROTLI_DECODE: 8,
  BROTLI_ENCODE: 9,
  Z_MIN_WINDOWBITS: 8,
  Z_MAX_WINDOWBITS: 15,
  Z_DEFAULT_WINDOWBITS: 15,
  Z_MIN_CHUNK: 64,
  Z_MAX_CHUNK: Infinity,
  Z_DEFAULT_CHUNK: 16384,
  Z_MIN_MEMLEVEL: 1,
  Z_MAX_MEMLEVEL: 9,
  Z_DEFAULT_MEMLEVEL: 8,
  Z_MIN_LEVEL: -1,
  Z_MAX_LEVEL: 9,
  Z_DEFAULT_LEVEL: -1,
  BROTLI_OPERATION_PROCESS: 0,
  BROTLI_OPERATION_FLUSH: 1,
  BROTLI_OPERATION_FINISH: 2,
  BROTLI_OPERATION_EMIT_METADATA: 3,
  BROTLI_PARAM_MODE: 0,
  BROTLI_MODE_GENERIC: 0,
  BROTLI_MODE_TEXT: 1,
  BROTLI_MODE_FONT: 2,
  BROTLI_DEFAULT_MODE: 0,
  BROTLI_PARAM_QUALITY: 1,
  BROTLI_MIN_QUALITY: 0,
  BROTLI_MAX_QUALITY: 11,
  BROTLI_DEFAULT_QUALITY: 11,
  BROTLI_PARAM_LGWIN: 2,
  BROTLI_MIN_WINDOW_BITS: 10,
  BROTLI_MAX_WINDOW_BITS: 24,
  BROTLI_LARGE_MAX_WINDOW_BITS: 30,
  BROTLI_DEFAULT_WINDOW: 22,
  BROTLI_PARAM_LGBLOCK: 3,
  BROTLI_MIN_INPUT_BLOCK_BITS: 16,
  BROTLI_MAX_INPUT_BLOCK_BITS: 24,
  BROTLI_PARAM_DISABLE_LITERAL_CONTEXT_MODELING: 4,
  BROTLI_PARAM_SIZE_HINT: 5,
  BROTLI_PARAM_LARGE_WINDOW: 6,
  BROTLI_PARAM_NPOSTFIX: 7,
  BROTLI_PARAM_NDIRECT: 8,
  BROTLI_DECODER_RESULT_ERROR: 0,
  BROTLI_DECODER_RESULT_SUCCESS: 1,
  BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: 2,
  BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: 3,
  BROTLI_DECODER_PARAM_DISABLE_RING_BUFFER_REALLOCATION: 0,
  BROTLI_DECODER_PARAM_LARGE_WINDOW: 1,
  BROTLI_DECODER_NO_ERROR: 0,
  BROTLI_DECODER_SUCCESS: 1,
  BROTLI_DECODER_NEEDS_MORE_INPUT: 2,
  BROTLI_DECODER_NEEDS_MORE_OUTPUT: 3,
};

// Neither can be changed, but a program may add its own.
const constants = { __proto__: null };

function define(name, value) {
  ObjectDefineProperty(constants, name, {
    __proto__: null, configurable: false, enumerable: true, value, writable: false,
  });
}

for (const name of ObjectKeys(kValues)) define(name, kValues[name]);
for (const name of ObjectKeys(kBrotliDecoderErrors))
  define(`BROTLI_DECODER_ERROR_${name}`, kBrotliDecoderErrors[name]);

// From names to numbers and back.
const codes = { ...kResults };
for (const name of ObjectKeys(kResults)) codes[kResults[name]] = name;
ObjectFreeze(codes);

function isBrotliName(name) {
  return StringPrototypeStartsWith(name, 'BROTLI');
}

module.exports = { codes, constants, isBrotliName };
