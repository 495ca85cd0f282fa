const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (message) => {
    console.log(message);
    worker.terminate();
  });
  worker.on('exit', (code) => console.log('exit', code));
} else {
  process.on('exit', () => parentPort.postMessage('never'));
  setInterval(() => {}, 1000);
  parentPort.postMessage('ready');
}
