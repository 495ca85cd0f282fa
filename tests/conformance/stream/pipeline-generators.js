// Generators in every place of a pipeline.
const { pipeline } = require('stream/promises');
const { Writable, Readable } = require('stream');
(async () => {
  const out = [];
  await pipeline(function* () { yield 'a'; yield 'b'; }, async function* (source) { for await (const c of source) yield c + '!'; }, async function (source) { for await (const c of source) out.push(c); });
  console.log(out);
  console.log(await pipeline(['x', 'y'], async function (source) { let n = 0; for await (const c of source) n++; return n; }));
  await pipeline(Readable.from(['p']), async function* (source) { for await (const c of source) yield String(c).toUpperCase(); }, new Writable({ objectMode: true, write(c, e, cb) { console.log('sink', String(c)); cb(); } }));
  for (const bad of [[], ['only'], [() => 5, async () => {}], [['a'], () => 5]]) await Promise.resolve().then(() => pipeline(...bad)).then((v) => console.log('ok', v), (e) => console.log(e.code, e.message));
})();
