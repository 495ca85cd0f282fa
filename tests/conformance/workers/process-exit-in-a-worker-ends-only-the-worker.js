const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (message) => console.log(message));
  worker.on('exit', (code) => {
    console.log('exit', code);
    setTimeout(() => console.log('the parent lives'), 1);
  });
} else {
  process.on('exit', (code) => parentPort.postMessage(['exit event', code]));
  setTimeout(() => parentPort.postMessage('never'), 1);
  process.exit(5);
}
