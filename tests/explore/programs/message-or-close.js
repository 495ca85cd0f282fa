const { Worker, isMainThread, workerData, MessageChannel } = require('worker_threads');
if (isMainThread) {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(__filename, { workerData: port2, transferList: [port2] });
  port1.on('message', (message) => console.log(message));
  port1.on('close', () => console.log('close'));
  worker.on('exit', () => console.log('exit'));
} else {
  workerData.postMessage('message');
  workerData.close();
}
