// piscina: tasks on a pool of workers, in the order of their results; queue, errors, abort, transfer.
'use strict';
const { isMainThread } = require('worker_threads');

if (!isMainThread) {
  module.exports = {
    add: ({ a, b }) => a + b,
    fib: function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); },
    fail: () => { throw new RangeError('no such task'); },
    fill: (length) => { const bytes = new Uint8Array(length).fill(7); return require('piscina').move(bytes); },
    wait: () => new Promise(() => {}),
  };
} else {
  const Piscina = require('piscina');
  (async () => {
    const pool = new Piscina({ filename: __filename, minThreads: 2, maxThreads: 2, idleTimeout: 1000 });
    pool.once('drain', () => console.log('drain'));
    console.log(await Promise.all([1, 2, 3, 4, 5].map((n) => pool.run({ a: n, b: 10 }, { name: 'add' }))));
    console.log(await pool.run(15, { name: 'fib' }));
    console.log(pool.completed, pool.threads.length, pool.queueSize);
    await pool.run(null, { name: 'fail' }).catch((error) => console.log(error.name, error.message));
    const bytes = await pool.run(4, { name: 'fill' });
    console.log(bytes);
    const stop = new AbortController();
    const aborted = pool.run(null, { name: 'wait', signal: stop.signal }).catch((error) => console.log(error.name, error.message));
    stop.abort();
    await aborted;
    await pool.run(null, { name: 'none' }).catch((error) => console.log(error.message.split('\n')[0]));
    await pool.destroy();
    console.log('destroyed');
  })();
}
