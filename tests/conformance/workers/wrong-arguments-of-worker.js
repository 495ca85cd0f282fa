const { Worker } = require('worker_threads');

const attempts = [
  () => new Worker(1),
  () => new Worker('name-without-path.js'),
  () => new Worker('http://example.org/x.js'),
  () => new Worker(new URL('http://example.org/x.js')),
  () => new Worker('./x.js', { argv: 1 }),
  () => new Worker('./x.js', { execArgv: 'x' }),
  () => new Worker('./x.js', { env: 1 }),
  () => new Worker('1', { eval: true, name: 1 }),
  () => new Worker(new URL('file:///x.js'), { eval: true }),
  () => new Worker('1', { eval: true, workerData: () => {} }),
  () => new Worker('./x.js', { execArgv: ['--title=x'] }),
  () => Worker('./x.js'),
];
for (const attempt of attempts) {
  try {
    attempt();
    console.log('no error');
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
