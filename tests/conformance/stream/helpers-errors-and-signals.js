// Helpers that fail or are aborted.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

(async () => {
  const source = Readable.from([1, 2, 3]);
  await source.map((n) => { if (n === 2) throw new Error('two'); return n; }).toArray().catch((e) => console.log(e.message));
  console.log(source.destroyed);
  const controller = new AbortController();
  const slow = Readable.from([1, 2]).map(async (n, { signal }) => { await new Promise((done, fail) => signal.addEventListener('abort', () => fail(new Error('aborted inside')))); });
  setImmediate(() => controller.abort());
  await slow.toArray({ signal: controller.signal }).catch((e) => console.log(e.name, e.code));
  await Readable.from([1]).toArray({ signal: AbortSignal.abort() }).catch((e) => console.log(e.name));
})();
