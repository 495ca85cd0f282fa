const { Worker, isMainThread, parentPort } = require('worker_threads');
if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (message) => console.log(message));
  worker.on('exit', () => console.log('exit'));
} else {
  console.log('written');
  parentPort.postMessage('message');
}
