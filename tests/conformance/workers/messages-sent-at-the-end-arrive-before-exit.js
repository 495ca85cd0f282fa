const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  let count = 0;
  worker.on('message', () => { count++; });
  worker.on('exit', (code) => console.log(count, 'before exit', code));
} else {
  for (let i = 0; i < 100; i++) parentPort.postMessage(i);
  process.exit(2);
}
