// A pool that nobody ends: real Node goes on waiting.
const { Worker, isMainThread, parentPort } = require('worker_threads');

if (isMainThread) {
  new Worker(__filename).on('message', (message) => console.log(message));
} else {
  parentPort.on('message', () => {});
  parentPort.postMessage('ready');
}
