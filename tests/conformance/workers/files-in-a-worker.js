const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

const fs = require('fs');
if (isMainThread) {
  new Worker(__filename).on('message', (message) => console.log(message));
} else {
  fs.readFile(__filename, 'utf8', (error, text) => {
    parentPort.postMessage([error, text.length > 10]);
    fs.promises.readFile('/there/is/none').catch((failure) => parentPort.postMessage(failure.code));
  });
}
