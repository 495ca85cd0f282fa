'use strict';

const { Readable } = require('stream');
(async () => {
  const of = () => Readable.from([1, 2, 3, 4, 5]);
  console.log(await of().filter((n) => n % 2).map((n) => n * 10).toArray());
  console.log(await of().drop(1).take(2).toArray());
  console.log(await of().flatMap((n) => [n, n]).toArray());
  console.log(await of().some((n) => n > 4), await of().every((n) => n > 4), await of().find((n) => n > 2));
  console.log(await of().reduce((a, b) => a + b), await of().reduce((a, b) => a + b, 100));
  await of().forEach((n) => console.log('each', n));
  console.log(await of().map(async (n) => { await null; return n; }, { concurrency: 2 }).toArray());
  await Readable.from([]).reduce((a, b) => a).catch((e) => console.log(e.code, e.message));
  try { of().map(1); } catch (e) { console.log(e.code, e.message); }
  try { of().take(-1); } catch (e) { console.log(e.code, e.message); }
})();
