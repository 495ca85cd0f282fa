// stream.promises and util.promisify.
const stream = require('stream');
const util = require('util');
(async () => {
  console.log(stream.promises === require('stream/promises'), util.promisify(stream.pipeline) === stream.promises.pipeline, util.promisify(stream.finished) === stream.promises.finished);
  const r = stream.Readable.from(['x']);
  r.resume();
  console.log(await stream.promises.finished(r));
  const w = new stream.Writable({ write(c, e, cb) { cb(new Error('w')); } });
  w.write('x');
  await stream.promises.finished(w).catch((e) => console.log(e.message));
  await stream.promises.finished(new stream.Readable({ read() { this.destroy(); } }).resume()).catch((e) => console.log(e.code));
})();
