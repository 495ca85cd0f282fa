const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  worker.postMessage('a');
  worker.postMessage('b');
  worker.on('message', (message) => console.log(message));
  worker.on('exit', (code) => console.log('exit', code));
} else {
  parentPort.once('message', (message) => parentPort.postMessage('got ' + message));
}
