// stream.compose and readable.compose.
const { compose, Readable, Transform, Writable } = require('stream');
(async () => {
  const upper = new Transform({ transform(c, e, cb) { cb(null, String(c).toUpperCase()); } });
  const twice = async function* (source) { for await (const c of source) { yield c; yield c; } };
  const both = compose(upper, twice);
  both.end('ab');
  const out = [];
  for await (const c of both) out.push(String(c));
  console.log(out);
  console.log((await Readable.from(['x', 'y']).compose(async function* (source) { for await (const c of source) yield c + c; }).toArray()));
  const taken = [];
  const into = compose(async function* (source) { for await (const c of source) yield String(c) + '.'; }, async function (source) { for await (const c of source) taken.push(c); });
  into.end('q');
  await new Promise((done) => into.on('finish', done));
  console.log(taken);
  for (const bad of [[], [5], [new Writable(), new Writable()], [Readable.from([]), Readable.from([])]]) { try { compose(...bad); console.log('ok'); } catch (e) { console.log(e.code, e.message); } }
})();
