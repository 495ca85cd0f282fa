const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('exit', () => console.log('never'));
  worker.on('message', () => {
    console.log('leaving');
    process.exit(3);
  });
} else {
  parentPort.postMessage('ready');
  setInterval(() => {}, 1000);
}
