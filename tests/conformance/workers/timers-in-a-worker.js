const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  new Worker(__filename).on('message', (message) => console.log(message));
} else {
  let count = 0;
  const timer = setInterval(() => {
    parentPort.postMessage(++count);
    if (count === 3) clearInterval(timer);
  }, 2);
}
