// map, filter and forEach side by side.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

(async () => {
  const wait = (n) => new Promise((done) => { const step = () => n-- > 0 ? setImmediate(step) : done(); step(); });
  let running = 0, most = 0;
  const out = await Readable.from([3, 1, 2, 0]).map(async (n) => { running++; most = Math.max(most, running); await wait(n); running--; return n * 10; }, { concurrency: 2 }).toArray();
  console.log(out, most);
  console.log(await Readable.from([1, 2, 3, 4]).filter(async (n) => { await wait(4 - n); return n % 2; }, { concurrency: 4 }).toArray());
  const seen = [];
  await Readable.from([1, 2, 3]).forEach(async (n) => { await wait(3 - n); seen.push(n); }, { concurrency: 3 });
  console.log(seen);
  console.log(await Readable.from([1, 2]).flatMap((n) => [n, n]).toArray());
  for (const bad of [{ concurrency: 0 }, { concurrency: 'x' }, { signal: 5 }]) { try { await Readable.from([1]).map((x) => x, bad).toArray(); } catch (e) { console.log(e.code, e.message); } }
})();
