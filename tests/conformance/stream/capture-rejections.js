// captureRejections on streams.
const { Readable, Writable } = require('stream');
const r = new Readable({ captureRejections: true, read() {} });
r.on('data', async () => { throw new Error('async listener'); });
r.on('error', (e) => console.log('error', e.message, r.destroyed));
r.push('x');
const w = new Writable({ captureRejections: true, write(c, e, cb) { cb(); } });
w.on('finish', async () => { throw new Error('finish listener'); });
w.on('error', (e) => console.log('w error', e.message));
w.end();
