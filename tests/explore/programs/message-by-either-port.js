const { Worker, isMainThread, workerData, parentPort, MessageChannel } = require('worker_threads');
if (isMainThread) {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(__filename, { workerData: port2, transferList: [port2] });
  port1.on('message', (message) => console.log(message));
  worker.on('message', (message) => console.log(message));
} else {
  workerData.postMessage('by the channel');
  parentPort.postMessage('by the parent');
  workerData.close();
}
