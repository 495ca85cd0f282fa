const { MessageChannel } = require('worker_threads');
const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(__filename, { workerData: { port: port2 }, transferList: [port2] });
  port1.on('message', (message) => {
    console.log(message);
    if (message === 'ready') port1.postMessage('question');
    else port1.close();
  });
  worker.on('exit', (code) => console.log('exit', code));
} else {
  workerData.port.on('message', (message) => workerData.port.postMessage('answer to ' + message));
  workerData.port.postMessage('ready');
}
