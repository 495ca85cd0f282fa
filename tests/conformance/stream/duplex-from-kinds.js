// Duplex.from of everything.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

(async () => {
  const show = async (name, d) => { try { const all = []; for await (const c of d) all.push(String(c)); console.log(name, all.join()); } catch (e) { console.log(name, e.code, e.message); } };
  await show('string', Duplex.from('abc'));
  await show('buffer', Duplex.from(Buffer.from('buf')));
  await show('array', Duplex.from(['a', 'b']));
  await show('promise', Duplex.from(Promise.resolve('p')));
  await show('generator', Duplex.from((function* () { yield 1; yield 2; })()));
  await show('async generator', Duplex.from((async function* () { yield 'x'; })()));
  await show('readable', Duplex.from(Readable.from(['r'])));
  const t = Duplex.from(async function* (source) { for await (const c of source) yield String(c).toUpperCase(); });
  t.end('up');
  await show('transform', t);
  const taken = [];
  const w = Duplex.from(async (source) => { for await (const c of source) taken.push(String(c)); });
  w.end('into');
  await new Promise((done) => finished(w, done));
  console.log('writer', taken);
  const pair = Duplex.from({ readable: Readable.from(['out']), writable: new Writable({ write(c, e, cb) { console.log('in', String(c)); cb(); } }) });
  pair.end('x');
  await show('pair', pair);
  for (const bad of [5, true, null, undefined, Symbol('s')]) { try { Duplex.from(bad); console.log('ok'); } catch (e) { console.log(e.code, e.message); } }
})();
