const { MessageChannel } = require('worker_threads');
const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const { port1, port2 } = new MessageChannel();
  const a = new Worker(__filename, { workerData: 'a' });
  const b = new Worker(__filename, { workerData: 'b' });
  a.postMessage(port1, [port1]);
  b.postMessage(port2, [port2]);
  let open = 2;
  const log = [];
  for (const worker of [a, b]) {
    worker.on('message', (message) => log.push(message));
    worker.on('exit', () => { if (--open === 0) console.log(log.sort()); });
  }
} else {
  parentPort.once('message', (port) => {
    if (workerData === 'a') port.postMessage('ping');
    port.on('message', (message) => {
      parentPort.postMessage(workerData + ' got ' + message);
      if (message === 'ping') port.postMessage('pong');
      else port.close();
    });
  });
}
