import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url), { workerData: 'data' });
  worker.on('message', (message) => console.log(message));
  worker.on('exit', (code) => console.log('exit', code));
} else {
  const data = await Promise.resolve(workerData);
  parentPort.postMessage([data, import.meta.url.endsWith('.mjs')]);
}
