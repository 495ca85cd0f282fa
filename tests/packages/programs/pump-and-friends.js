// Streams put together, and what becomes of them on errors.
const fs = require('node:fs');
const { PassThrough, Readable, Writable } = require('node:stream');
const { createGzip, gunzipSync } = require('node:zlib');
const { BufferListStream } = require('bl');
const concat = require('concat-stream');
const duplexify = require('duplexify');
const eos = require('end-of-stream');
const from2 = require('from2');
const merge2 = require('merge2');
const MultiStream = require('multistream');
const pump = require('pump');
const pumpify = require('pumpify');
const through2 = require('through2');

const folder = fs.mkdtempSync('/tmp/pump-');
const path = `${folder}/text`;
fs.writeFileSync(path, 'hello '.repeat(50000));
const steps = [
  (next) => pump(fs.createReadStream(path), createGzip(), fs.createWriteStream(`${path}.gz`), (error) => {
    console.log('pump', error, gunzipSync(fs.readFileSync(`${path}.gz`)).length);
    next();
  }),
  (next) => pump(fs.createReadStream('/nowhere'), new PassThrough(), (error) => next(console.log(error.code))),
  (next) => {
    const source = fs.createReadStream(path);
    source.on('close', () => next(console.log('source closed')));
    const sink = new Writable({ write(chunk, encoding, callback) { callback(new Error('sink')); } });
    pump(source, sink, (error) => console.log('pump', error.message));
  },
  (next) => {
    const upper = through2((chunk, encoding, callback) => callback(null, `${chunk}`.toUpperCase()));
    const both = pumpify(upper, through2((chunk, encoding, callback) => callback(null, `${chunk}!`)));
    both.on('data', (chunk) => console.log('pumpify', `${chunk}`)).on('end', next);
    both.write('a');
    both.end('b');
  },
  (next) => {
    const late = duplexify();
    late.write('early');
    late.on('data', (chunk) => console.log('duplexify read', `${chunk}`)).on('end', next);
    setImmediate(() => {
      late.setWritable(through2((chunk, encoding, callback) => callback(null, console.log('wrote', `${chunk}`))).resume());
      late.setReadable(Readable.from(['late'], { objectMode: false }));
      late.end();
    });
  },
  (next) => fs.createReadStream(path).pipe(concat((all) => next(console.log('concat', all.length)))),
  (next) => fs.createReadStream(path).pipe(BufferListStream((error, all) => next(console.log('bl', error, all.length)))),
  (next) => eos(fs.createReadStream(path).resume(), (error) => next(console.log('eos', error))),
  (next) => {
    const cut = fs.createReadStream(path);
    eos(cut, (error) => next(console.log('eos', error.message)));
    cut.destroy();
  },
  (next) => {
    let count = 0;
    from2.obj((size, push) => push(null, count < 3 ? { count: count++ } : null))
      .on('data', (value) => console.log('from2', value)).on('end', next);
  },
  (next) => merge2(Readable.from(['1', '2']), Readable.from(['3'])).on('data', (value) => console.log('merge2', value))
    .on('end', next),
  (next) => new MultiStream([fs.createReadStream(path), () => fs.createReadStream(path)])
    .pipe(concat((all) => next(console.log('multistream', all.length)))),
  () => fs.rmSync(folder, { recursive: true }),
];
(function run(step) {
  steps[step](() => run(step + 1));
})(0);
