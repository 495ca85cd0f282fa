// Errors thrown into and by generators of Readable.from.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

async function* source() { try { yield 1; yield 2; } catch (e) { console.log('caught inside', e.message); } finally { console.log('finally'); } }
const r = Readable.from(source());
r.on('error', (e) => console.log('error', e.message)).on('close', () => console.log('close'));
r.once('data', (d) => { console.log('data', d); r.destroy(new Error('from outside')); });
