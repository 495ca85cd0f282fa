const { Worker, isMainThread, parentPort } = require('worker_threads');
if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (message) => {
    console.log(message);
    if (message === 'one') worker.postMessage('exit');
  });
  worker.on('exit', (code) => console.log('exit', code));
} else {
  parentPort.on('message', () => process.exit(5));
  parentPort.postMessage('one');
  setImmediate(() => parentPort.postMessage('two'));
}
