const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

function runHeavyTask(data) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(__filename, { workerData: data });
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => { if (code !== 0) reject(new Error(`stopped with code ${code}`)); });
  });
}
if (isMainThread) {
  (async () => {
    console.log(await runHeavyTask(10));
    console.log(await Promise.all([runHeavyTask(1), runHeavyTask(2), runHeavyTask(3)]));
    await runHeavyTask(-1).catch((error) => console.log('failed:', error.message));
    await runHeavyTask(-2).catch((error) => console.log('failed:', error.message));
  })();
} else {
  if (workerData === -1) throw new Error('negative');
  if (workerData === -2) process.exit(9);
  let sum = 0;
  for (let i = 0; i <= workerData * 1000; i++) sum += i;
  parentPort.postMessage(sum);
}
