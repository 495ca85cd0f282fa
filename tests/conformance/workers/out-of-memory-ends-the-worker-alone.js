const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename, { resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 } });
  worker.on('error', (error) => console.log(error.name, error.code, error.message));
  worker.on('exit', (code) => console.log('exit', code));
} else {
  const kept = [];
  for (;;) kept.push(new Array(1000).fill({ n: kept.length }));
}
