const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  new Worker(__filename).on('exit', (code) => console.log('exit', code));
} else {
  parentPort.on('message', () => {});
  console.log(parentPort.hasRef());
  parentPort.unref();
  console.log(parentPort.hasRef());
}
