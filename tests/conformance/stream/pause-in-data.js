// pause() and resume() within data.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable({ read() {} });
for (const x of ['a', 'b', 'c']) r.push(x);
r.push(null);
r.on('data', (c) => { console.log(String(c)); r.pause(); console.log(r.isPaused()); setImmediate(() => { console.log('resume'); r.resume(); }); });
r.on('end', () => console.log('end'));
r.on('pause', () => console.log('pause event')).on('resume', () => console.log('resume event'));
