// All forms of end().
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const make = (n) => { const w = new Writable({ write(c, e, cb) { console.log(n, 'write', String(c), e); cb(); } }); w.on('finish', () => console.log(n, 'finish')); return w; };
make(1).end();
make(2).end('x');
make(3).end('x', () => console.log(3, 'callback'));
make(4).end('78', 'hex', () => console.log(4, 'callback'));
make(5).end(() => console.log(5, 'callback'));
console.log(make(6).end('y') instanceof Writable);
