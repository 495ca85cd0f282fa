const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  let turns = 0;
  const timer = setInterval(() => turns++, 5);
  new Worker(__filename).on('message', (message) => {
    clearInterval(timer);
    console.log(message, turns > 3);
  });
} else {
  const end = Date.now() + 100;
  while (Date.now() < end);
  parentPort.postMessage('done');
}
