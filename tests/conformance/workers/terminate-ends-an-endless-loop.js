const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('exit', (code) => console.log('exit', code));
  worker.on('message', async (message) => {
    console.log(message);
    console.log('terminated', await worker.terminate());
    console.log('again', await worker.terminate());
  });
} else {
  parentPort.postMessage('looping');
  for (;;);
}
