// Removing listeners changes the mode or not.
const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished } = require('stream');

const r = new Readable({ read() {} });
const f = () => {};
const show = (what) => console.log(what, r.readableFlowing, r.isPaused());
r.on('data', f); show('on data');
r.removeListener('data', f); show('removed data');
r.on('readable', f); show('on readable');
r.removeListener('readable', f); show('removed readable');
process.nextTick(() => { show('tick'); r.resume(); show('resumed'); r.on('readable', f); show('readable again'); r.removeAllListeners(); show('all removed'); process.nextTick(() => show('tick')); });
