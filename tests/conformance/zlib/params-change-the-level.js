'use strict';

const zlib = require('zlib');
const { Z_DEFAULT_STRATEGY, Z_FILTERED } = zlib.constants;
const data = Buffer.alloc(20000, 'repeated ');
const stream = zlib.createDeflate({ level: 0 });
const parts = [];
stream.on('data', (d) => parts.push(d));
console.log(stream._level, stream._strategy);
stream.write(data, () => {
  stream.params(9, Z_FILTERED, (error) => {
    const stored = Buffer.concat(parts).length;
    console.log(error, stream._level, stream._strategy, stored > data.length);
    stream.params(9, Z_FILTERED, () => {
      console.log('nothing to do');
      stream.end(data);
    });
    stream.on('end', () => {
      const all = Buffer.concat(parts);
      console.log(all.length - stored < 200, zlib.inflateSync(all).equals(Buffer.concat([data, data])));
    });
  });
});
