const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('exit', async (code) => {
    console.log('exit', code, worker.threadId, worker.postMessage('x'));
    console.log(await worker.terminate());
  });
} else {
  process.exit(0);
}
