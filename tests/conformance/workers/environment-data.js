const { setEnvironmentData, getEnvironmentData } = require('worker_threads');
const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  setEnvironmentData('list', [1, 2]);
  setEnvironmentData('gone', 1);
  setEnvironmentData('gone', undefined);
  const worker = new Worker(__filename);
  setEnvironmentData('list', 'changed too late');
  worker.on('message', (message) => console.log(message));
  worker.on('exit', () => console.log(getEnvironmentData('list')));
} else {
  parentPort.postMessage([getEnvironmentData('list'), getEnvironmentData('gone'), getEnvironmentData('none')]);
}
