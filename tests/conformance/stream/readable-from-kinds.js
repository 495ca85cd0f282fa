// Readable.from of many things.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

(async () => {
  const show = async (name, value, options) => { const r = Readable.from(value, options); const all = []; try { for await (const c of r) all.push(Buffer.isBuffer(c) ? 'B' + c : c); } catch (e) { all.push(e.message); } console.log(name, r.readableObjectMode, r.readableHighWaterMark, all); };
  await show('string', 'whole'); await show('buffer', Buffer.from('buf')); await show('set', new Set([1, 2])); await show('map', new Map([['a', 1]]));
  await show('promises', [Promise.resolve(1), 2]); await show('strings', ['a', 'b'], { objectMode: false });
  await show('null inside', [1, null, 2]); await show('undefined', [undefined]);
  await show('generator', (function* () { yield 1; throw new Error('g'); })());
  for (const bad of [5, null, undefined, {}]) { try { Readable.from(bad); } catch (e) { console.log(e.code, e.message); } }
})();
