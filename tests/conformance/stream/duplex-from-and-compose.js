'use strict';

const { Duplex, Readable, Transform, PassThrough, compose, duplexPair } = require('stream');
(async () => {
  const shout = Duplex.from(async function* (source) { for await (const c of source) yield String(c).toUpperCase(); });
  shout.end('hello');
  for await (const c of shout) console.log(String(c));
  for await (const c of Duplex.from(Promise.resolve('promised'))) console.log(c);
  for await (const c of Duplex.from(['i', 'j'])) console.log(c);
  const both = compose(new PassThrough(), new Transform({ transform(c, e, cb) { cb(null, '<' + c + '>'); } }));
  both.end('inner');
  for await (const c of both) console.log(String(c));
  const [a, b] = duplexPair();
  b.on('data', (c) => console.log('b got', String(c)));
  b.on('end', () => console.log('b end'));
  a.on('data', (c) => console.log('a got', String(c)));
  a.write('to b'); b.write('to a'); a.end();
})();
