// What is neither a stream nor a function begins the pipeline anew: what came before is not connected.
const { PassThrough, Readable, compose, pipeline } = require('node:stream');

function run(name, part) {
  const sink = new PassThrough({ objectMode: true });
  sink.on('data', (data) => console.log(name, data));
  pipeline(Readable.from(['unread']), part, sink, (error) => console.log(name, 'done', error?.message));
}
run('text', 'text');
run('array', [1, 2]);
run('promise', Promise.resolve(7));
run('set', new Set([3]));

const composed = compose(Readable.from(['unread']), 'text');
composed.on('data', (data) => console.log('composed', data)).on('end', () => console.log('composed end'));
try {
  pipeline(Readable.from(['a']), 5, () => console.log('never called'));
} catch (error) {
  console.log(error.code, error.message);
}
