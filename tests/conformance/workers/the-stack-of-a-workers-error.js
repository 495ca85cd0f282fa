const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('error', (error) => console.log(error.stack.split('\n').slice(0, 3).join('\n').replaceAll(__dirname, '')));
} else {
  function inner() {
    null.property;
  }
  setTimeout(function later() {
    inner();
  }, 1);
}
