const { Worker, isMainThread, parentPort } = require('worker_threads');
if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (message) => {
    console.log(message);
    if (message === 'start') {
      worker.postMessage('stop');
      setTimeout(() => console.log('main timeout'), 1);
    }
  });
} else {
  const timer = setTimeout(() => parentPort.postMessage('late'), 2);
  parentPort.once('message', () => {
    clearTimeout(timer);
    parentPort.postMessage('stopped');
  });
  parentPort.postMessage('start');
}
