const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

const depth = workerData ?? 0;
if (depth < 3) {
  const worker = new Worker(__filename, { workerData: depth + 1 });
  worker.on('message', (message) => {
    const text = `${message} via ${depth}`;
    if (isMainThread) console.log(text);
    else parentPort.postMessage(text);
  });
  worker.on('exit', (code) => { if (isMainThread) console.log('exit', code); });
} else {
  parentPort.postMessage('from ' + depth);
}
