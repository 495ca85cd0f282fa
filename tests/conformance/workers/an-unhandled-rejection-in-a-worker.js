const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('error', (error) => console.log('error', error.name, error.message));
  worker.on('exit', (code) => console.log('exit', code));
} else {
  Promise.reject(new TypeError('rejected'));
}
