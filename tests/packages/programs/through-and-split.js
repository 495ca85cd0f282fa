// Transforms made of functions, lines, JSON per line.
const { Readable, pipeline } = require('node:stream');
const JSONStream = require('JSONStream');
const { chain } = require('stream-chain');
const ndjson = require('ndjson');
const split2 = require('split2');
const through2 = require('through2');

pipeline(
  Readable.from(['one\ntwo\r\nth', 'ree\n\nlast']),
  split2(),
  through2.obj(function(line, encoding, callback) {
    this.push({ line, length: line.length });
    callback();
  }, function(callback) {
    this.push({ end: true });
    callback();
  }),
  through2.obj((record, encoding, callback) => callback(null, console.log(record))).resume(),
  (error) => {
    console.log('lines', error);
    Readable.from(['{"a":1}\n{"b"', ':[2]}\n']).pipe(ndjson.parse()).on('data', (value) => console.log(value));
    Readable.from(['{"rows":[{"doc":1},{"do', 'c":{"x":2}}]}'], { objectMode: false })
      .pipe(JSONStream.parse('rows.*.doc')).on('data', (value) => console.log('doc', value));
    const pieces = chain([(x) => x % 2 ? x * x : null, async (x) => x + 1, (x) => [x, -x]]);
    pieces.on('data', (value) => console.log('piece', value));
    for (const x of [1, 2, 3]) pieces.write(x);
    pieces.end();
  });
