// workerpool: functions sent to workers, methods of a worker's own, events, time limits, cancelling.
'use strict';
const { isMainThread } = require('worker_threads');
const workerpool = require('workerpool');

if (!isMainThread) {
  workerpool.worker({
    double: (n) => 2 * n,
    later: (n) => new Promise((resolve) => setTimeout(() => resolve(n), 10)),
    fail: () => { throw new TypeError('not today'); },
    tell: (n) => { workerpool.workerEmit({ progress: n }); return n; },
    never: () => new Promise(() => {}),
  });
} else {
  (async () => {
    const pool = workerpool.pool(__filename, { maxWorkers: 2, workerType: 'thread' });
    console.log(await Promise.all([1, 2, 3].map((n) => pool.exec('double', [n]))));
    console.log(await pool.exec('later', ['late']));
    await pool.exec('fail').catch((error) => console.log(error.name, error.message));
    console.log(await pool.exec('tell', [5], { on: (payload) => console.log(payload) }));
    const methods = await pool.proxy();
    console.log(Object.keys(methods), await methods.double(21));
    await pool.exec('never').timeout(50).catch((error) => console.log(error.name, error.message));
    const cancelled = pool.exec('never');
    cancelled.cancel();
    await cancelled.catch((error) => console.log(error.name));
    await pool.exec('nothing').catch((error) => console.log(error.message));
    await pool.terminate();
    const plain = workerpool.pool({ maxWorkers: 1, workerType: 'thread' });
    console.log(await plain.exec((a, b) => a * b, [6, 7]));
    console.log(plain.stats());
    await plain.terminate();
    console.log(plain.stats().totalWorkers);
  })();
}
