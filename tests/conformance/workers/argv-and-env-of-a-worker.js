const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  process.env.FROM_PARENT = 'yes';
  const a = new Worker(__filename, { argv: ['x', 1] });
  a.on('message', (message) => console.log('a', message));
  a.on('exit', () => {
    console.log(process.env.SET_BY_WORKER);
    const b = new Worker(__filename, { env: { ONLY: 1 } });
    b.on('message', (message) => console.log('b', message));
  });
} else {
  process.env.SET_BY_WORKER = '1';
  parentPort.postMessage([process.argv.slice(2), process.env.FROM_PARENT, process.env.ONLY, typeof process.env.ONLY]);
}
