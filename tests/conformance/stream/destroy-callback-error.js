// _destroy makes an error, swallows one, throws.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const kinds = { makes: (e, cb) => cb(new Error('made')), swallows: (e, cb) => cb(), throws: () => { throw new Error('thrown'); } };
for (const [name, destroy] of Object.entries(kinds)) {
  const r = new Readable({ read() {}, destroy });
  r.on('error', (e) => console.log(name, 'error', e.message));
  r.on('close', () => console.log(name, 'close', r.errored && r.errored.message));
  r.destroy(new Error('given'));
}
