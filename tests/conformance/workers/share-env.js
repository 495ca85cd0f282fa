const { SHARE_ENV } = require('worker_threads');
const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  process.env.A = 'by main';
  const worker = new Worker(__filename, { env: SHARE_ENV });
  worker.on('message', (message) => console.log(message));
  worker.on('exit', () => console.log(process.env.B, process.env.A, 'A' in process.env));
} else {
  parentPort.postMessage(process.env.A);
  process.env.B = 'by worker';
  delete process.env.A;
}
