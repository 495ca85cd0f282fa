const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (message) => {
    console.log(message);
    if (message < 3) worker.postMessage(message + 1);
    else worker.postMessage('stop');
  });
  worker.on('exit', (code) => console.log('exit', code));
  worker.postMessage(1);
} else {
  parentPort.on('message', (message) => {
    if (message === 'stop') parentPort.close();
    else parentPort.postMessage(message);
  });
}
