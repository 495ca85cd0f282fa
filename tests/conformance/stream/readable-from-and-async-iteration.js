'use strict';

const { Readable } = require('stream');
async function* numbers() { try { for (let i = 0; ; i++) yield i; } finally { console.log('generator closed'); } }
(async () => {
  const r = Readable.from(numbers());
  for await (const n of r) { console.log(n); if (n === 2) break; }
  console.log('destroyed', r.destroyed);
  for await (const c of Readable.from('text')) console.log(c);
  for await (const c of Readable.from([Promise.resolve(1), 2])) console.log(c);
  try { for await (const c of Readable.from([1, null])) console.log(c); } catch (e) { console.log(e.code); }
  const kept = Readable.from([1, 2, 3]);
  for await (const n of kept.iterator({ destroyOnReturn: false })) { console.log('kept', n); break; }
  console.log(kept.destroyed, (await kept.toArray()).join());
  const failing = new Readable({ read() { this.destroy(new Error('read failed')); } });
  try { for await (const _ of failing); } catch (e) { console.log(e.message); }
})();
