const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  console.log(worker.stdin);
  worker.on('message', (message) => console.log(message));
} else {
  process.stdin.on('data', () => parentPort.postMessage('never'));
  process.stdin.on('end', () => parentPort.postMessage('end'));
}
