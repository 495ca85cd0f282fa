const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename, { resourceLimits: { maxOldGenerationSizeMb: 16, stackSizeMb: 2 } });
  console.log(worker.resourceLimits.maxOldGenerationSizeMb, worker.resourceLimits.stackSizeMb);
  worker.on('message', (message) => console.log(message));
  worker.on('exit', () => console.log(worker.resourceLimits));
  console.log(require('worker_threads').resourceLimits);
} else {
  const { resourceLimits } = require('worker_threads');
  parentPort.postMessage([resourceLimits.maxOldGenerationSizeMb, resourceLimits.stackSizeMb, Object.keys(resourceLimits)]);
}
