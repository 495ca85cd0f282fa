const { MessageChannel, receiveMessageOnPort } = require('worker_threads');
const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const { port1, port2 } = new MessageChannel();
  const cells = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(__filename, { workerData: { cells, port: port2 }, transferList: [port2] });
  function ask(question) {
    Atomics.store(cells, 0, 0);
    port1.postMessage(question);
    Atomics.wait(cells, 0, 0);
    return receiveMessageOnPort(port1).message;
  }
  console.log(ask('one'), ask('two'));
  worker.terminate();
} else {
  workerData.port.on('message', (message) => {
    workerData.port.postMessage(message.toUpperCase());
    Atomics.store(workerData.cells, 0, 1);
    Atomics.notify(workerData.cells, 0);
  });
}
