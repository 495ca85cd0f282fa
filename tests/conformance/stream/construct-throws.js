// _construct throws, and calls back twice.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const a = new Writable({ construct() { throw new Error('thrown'); }, write(c, e, cb) { cb(); } });
a.on('error', (e) => console.log('a', e.message)).on('close', () => console.log('a close'));
const b = new Writable({ construct(cb) { cb(); cb(); }, write(c, e, cb) { cb(); } });
b.on('error', (e) => console.log('b', e.code)).on('close', () => console.log('b close'));
