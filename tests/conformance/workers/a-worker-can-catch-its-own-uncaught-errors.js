const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (message) => console.log(message));
  worker.on('error', () => console.log('never'));
  worker.on('exit', (code) => console.log('exit', code));
} else {
  process.on('uncaughtException', (error, origin) => parentPort.postMessage([error.message, origin]));
  setTimeout(() => parentPort.postMessage('goes on'), 5);
  throw new Error('mine');
}
