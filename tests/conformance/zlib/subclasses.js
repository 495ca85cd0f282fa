'use strict';

const zlib = require('zlib');
const util = require('util');
class Counting extends zlib.Gunzip {
  constructor(options) {
    super(options);
    this.chunks = 0;
  }
  _transform(chunk, encoding, callback) {
    this.chunks++;
    super._transform(chunk, encoding, callback);
  }
}
const counting = new Counting({ chunkSize: 100 });
const packed = zlib.gzipSync('counted');
counting.on('data', (d) => console.log('data', String(d)));
counting.on('end', () => console.log('chunks', counting.chunks, counting instanceof zlib.Gunzip));
counting.write(packed.subarray(0, 5));
counting.end(packed.subarray(5));

function Old(options) {
  zlib.InflateRaw.call(this, options);
}
util.inherits(Old, zlib.InflateRaw);
const old = new Old();
old.setEncoding('utf8');
old.on('data', (d) => console.log('old', d));
old.end(zlib.deflateRawSync('inherited'));
