// Errors at each place of a pipeline.
const { pipeline, Readable, Transform, Writable } = require('stream');
const fail = () => { throw new Error('generator'); };
const good = () => Readable.from(['a', 'b']);
const sink = () => new Writable({ objectMode: true, write(c, e, cb) { cb(); } });
const cases = {
  source: [async function* () { yield 1; fail(); }, sink()],
  transform: [good(), new Transform({ objectMode: true, transform(c, e, cb) { cb(new Error('transform')); } }), sink()],
  flush: [good(), new Transform({ objectMode: true, transform(c, e, cb) { cb(); }, flush(cb) { cb(new Error('flush')); } }), sink()],
  sink: [good(), new Writable({ objectMode: true, write(c, e, cb) { cb(new Error('sink')); } })],
  final: [good(), new Writable({ objectMode: true, write(c, e, cb) { cb(); }, final(cb) { cb(new Error('final')); } })],
  function: [good(), async function (source) { for await (const c of source) fail(); }],
};
for (const [name, streams] of Object.entries(cases)) {
  const result = pipeline(...streams, (e) => {
    console.log(name, e.message, streams.map((s) => s.destroyed));
  });
}
