const { Worker, isMainThread, parentPort, workerData, MessageChannel, receiveMessageOnPort } =
  require('worker_threads');
if (isMainThread) {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(__filename, { workerData: port2, transferList: [port2] });
  worker.once('message', () => {
    console.log(receiveMessageOnPort(port1)?.message ?? 'nothing yet');
    setImmediate(() => {
      console.log(receiveMessageOnPort(port1)?.message ?? 'nothing yet');
    });
  });
} else {
  parentPort.postMessage('look');
  workerData.postMessage('one');
  workerData.postMessage('two');
}
