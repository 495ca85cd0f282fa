// some, every, find, take, drop, reduce.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

(async () => {
  const make = () => { const r = Readable.from([1, 2, 3, 4]); r.on('close', () => console.log('close')); return r; };
  console.log('some', await make().some((n) => n > 2));
  console.log('every', await make().every((n) => n < 3));
  console.log('find', await make().find((n) => n === 2));
  console.log('take', await make().take(2).toArray());
  console.log('drop', await make().drop(3).toArray());
  console.log('reduce', await make().reduce((a, b) => a + b));
  console.log('reduce', await make().reduce((a, b) => a + b, 10));
  await Readable.from([]).reduce((a, b) => a).catch((e) => console.log(e.name, e.code, e.message));
  for (const bad of [() => make().take(-1), () => make().drop('x'), () => make().map(5), () => make().reduce(5)]) { try { await bad().toArray?.(); await bad(); } catch (e) { console.log(e.code, e.message); } }
})();
