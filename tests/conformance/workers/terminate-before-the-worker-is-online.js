const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('online', () => console.log('never'));
  worker.on('exit', (code) => console.log('exit', code));
  worker.terminate().then((code) => console.log('terminated', code));
} else {
  parentPort.postMessage('never');
}
