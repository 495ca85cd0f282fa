// finished() and pipeline() with an AbortSignal.
const { Readable, Writable, finished } = require('stream');
const { pipeline, finished: ended } = require('stream/promises');
const make = () => new Readable({ read() {} });
const controller = new AbortController();
finished(make(), { signal: controller.signal }, (e) => console.log('finished', e.name, e.code, e.cause && e.cause.name));
ended(make(), { signal: controller.signal }).catch((e) => console.log('promise', e.name));
const source = make();
pipeline(source, new Writable({ write(c, e, cb) { cb(); } }), { signal: controller.signal }).catch((e) => console.log('pipeline', e.name, source.destroyed));
setImmediate(() => controller.abort());
finished(make(), { signal: AbortSignal.abort('why') }, (e) => console.log('aborted before', e.name, e.cause));
try { finished(make(), { signal: {} }, () => {}); } catch (e) { console.log(e.code, e.message); }
