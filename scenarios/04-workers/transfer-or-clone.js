// @title  Cloned or transferred
// @lesson postMessage() clones what it sends: sixteen megabytes are copied, which takes the sender time and
// both sides memory. In the transfer list the same buffer is handed over as it is: nothing is copied,
// and the sender does not have it any more.

const { Worker, isMainThread, parentPort } = require('worker_threads');

const size = 16 * 1024 * 1024;

if (isMainThread) {
  const worker = new Worker(__filename);

  const cloned = new ArrayBuffer(size);
  worker.postMessage(cloned);
  console.log(`cloned: the sender still has ${cloned.byteLength} bytes`);

  worker.once('message', (text) => {
    console.log(text);
    const moved = new ArrayBuffer(size);
    worker.postMessage(moved, [moved]);
    console.log(`transferred: the sender has ${moved.byteLength} bytes`);
    worker.once('message', (text) => {
      console.log(text);
      worker.unref();
    });
  });
} else {
  parentPort.on('message', (buffer) => {
    parentPort.postMessage(`the worker has ${buffer.byteLength} bytes`);
  });
}
