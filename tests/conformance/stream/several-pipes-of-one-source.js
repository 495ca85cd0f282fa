// Three destinations and their drains.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable({ highWaterMark: 2, read() { if (this.n === undefined) this.n = 0; this.push(this.n < 5 ? 'c' + this.n++ : null); } });
const make = (name, wait) => { const w = new Writable({ highWaterMark: 3, write(c, e, cb) { console.log(name, String(c)); wait(cb); } }); w.on('drain', () => console.log(name, 'drain')); w.on('finish', () => console.log(name, 'finish')); return w; };
r.pipe(make('sync', (cb) => cb()));
r.pipe(make('tick', process.nextTick));
r.pipe(make('immediate', setImmediate));
console.log(r._readableState.awaitDrainWriters);
setImmediate(() => console.log(r._readableState.awaitDrainWriters?.size));
