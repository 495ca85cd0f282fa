const { Worker, isMainThread, parentPort } = require('worker_threads');
if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (message) => {
    console.log(message);
    if (message === 'one') setImmediate(() => console.log('immediate'));
  });
} else {
  parentPort.postMessage('one');
  parentPort.postMessage('two');
}
