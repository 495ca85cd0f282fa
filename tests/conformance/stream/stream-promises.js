'use strict';

const { Readable, Writable, PassThrough } = require('stream');
const { pipeline, finished } = require('stream/promises');
const { promisify } = require('util');
console.log(promisify(require('stream').pipeline) === pipeline, pipeline.name, finished.name);
(async () => {
  await pipeline(Readable.from(['a']), new PassThrough(), new Writable({ write(c, e, cb) { console.log(String(c)); cb(); } }));
  console.log('piped');
  const r = Readable.from(['b']);
  r.resume();
  await finished(r);
  console.log('finished', r.readableEnded);
  await finished(new PassThrough().destroy(new Error('gone'))).catch((e) => console.log(e.message));
  const p = new PassThrough();
  setImmediate(() => p.destroy());
  await finished(p).catch((e) => console.log(e.code));
  const ac = new AbortController();
  const endless = new Readable({ read() {} });
  setTimeout(() => ac.abort(), 5);
  await pipeline(endless, new PassThrough().resume(), { signal: ac.signal }).catch((e) => console.log(e.name, e.code, endless.destroyed));
})();
