'use strict';

const { pipeline, PassThrough, Readable, Writable, Transform } = require('stream');
const sink = (name) => new Writable({ objectMode: true, write(c, e, cb) { console.log(name, String(c)); cb(); } });
const upper = () => new Transform({ transform(c, e, cb) { cb(null, String(c).toUpperCase()); } });
pipeline(Readable.from(['a', 'b']), upper(), sink('one'), (e) => {
  console.log('one done', e);
  pipeline(['x', 'y'], async function* (source) { for await (const c of source) yield c + c; }, sink('two'), (e) => {
    console.log('two done', e);
    pipeline(Readable.from(['p', 'q']), async (source) => { let n = 0; for await (const _ of source) n++; return n; }, (e, value) => {
      console.log('three done', e, value);
      const broken = new Transform({ transform(c, e, cb) { cb(new Error('broken')); } });
      const from = Readable.from(['1', '2']);
      const to = sink('four');
      pipeline(from, broken, to, (e) => console.log('four done', e.message, from.destroyed, broken.destroyed, to.destroyed));
    });
  });
});
