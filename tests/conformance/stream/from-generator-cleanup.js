// Readable.from closes its generator.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

async function* source() { try { for (let i = 0; ; i++) { console.log('yield', i); yield i; } } finally { await null; console.log('finally'); } }
const r = Readable.from(source(), { highWaterMark: 2 });
r.on('close', () => console.log('close'));
(async () => { for await (const i of r) { console.log('got', i); if (i === 1) break; } console.log('after', r.destroyed); })();
