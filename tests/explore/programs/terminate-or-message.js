const { Worker, isMainThread, parentPort } = require('worker_threads');
if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (message) => {
    console.log(message);
    if (message === 'one') worker.terminate();
  });
  worker.on('exit', (code) => console.log('exit', code));
} else {
  for (const message of ['one', 'two', 'three']) parentPort.postMessage(message);
}
