const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('error', (error) => console.log('error', typeof error, String(error)));
  worker.on('exit', (code) => console.log('exit', code));
} else {
  throw null;
}
