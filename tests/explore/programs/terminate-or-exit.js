const { Worker, isMainThread, parentPort } = require('worker_threads');
if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (message) => {
    console.log(message);
    worker.terminate();
  });
  worker.on('exit', (code) => console.log('exit', code));
} else {
  parentPort.postMessage('message');
}
