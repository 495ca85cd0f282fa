const { Worker, isMainThread, parentPort } = require('worker_threads');

if (isMainThread) {
  const results = new Map();
  const queue = Array.from({ length: 20 }, (_, n) => n);
  let openWorkers = 4;
  for (let i = openWorkers; i > 0; i--) {
    const worker = new Worker(__filename);
    const next = () => {
      const n = queue.shift();
      if (n === undefined) worker.terminate();
      else worker.postMessage(n);
    };
    worker.on('message', ({ n, square }) => {
      results.set(n, square);
      next();
    });
    worker.on('exit', () => {
      if (--openWorkers === 0) {
        console.log([...results.entries()].sort((a, b) => a[0] - b[0]).map(([n, s]) => `${n}:${s}`).join(' '));
      }
    });
    next();
  }
} else {
  parentPort.on('message', (n) => parentPort.postMessage({ n, square: n * n }));
}
