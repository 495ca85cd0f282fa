const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (message) => console.log(message));
  worker.on('exit', (code) => console.log('exit', code));
} else {
  let again = true;
  process.on('beforeExit', () => {
    parentPort.postMessage('beforeExit');
    if (again) setImmediate(() => parentPort.postMessage('more work'));
    again = false;
  });
  process.on('exit', () => parentPort.postMessage('exit event'));
}
