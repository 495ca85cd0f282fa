// Pipelines of destroyed and ended streams.
const { pipeline, Readable, Writable } = require('stream');
const gone = new Readable({ read() {} });
gone.destroy();
pipeline(gone, new Writable({ write(c, e, cb) { cb(); } }), (e) => console.log('source gone', e.code));
const closed = new Writable({ write(c, e, cb) { cb(); } });
closed.destroy();
pipeline(Readable.from(['x']), closed, (e) => console.log('sink gone', e.code));
const ended = new Writable({ write(c, e, cb) { cb(); } });
ended.end();
pipeline(Readable.from(['x']), ended, (e) => console.log('sink ended', e.code));
try { pipeline(gone); } catch (e) { console.log(e.code, e.message); }
try { pipeline(gone, closed); } catch (e) { console.log(e.code, e.message); }
