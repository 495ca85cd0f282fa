const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (message) => {
    console.log('message', message);
    process.nextTick(() => console.log('tick of', message));
    Promise.resolve().then(() => console.log('job of', message));
  });
  worker.on('exit', () => console.log('exit'));
} else {
  for (let i = 0; i < 3; i++) parentPort.postMessage(i);
  setTimeout(() => {}, 50);
}
