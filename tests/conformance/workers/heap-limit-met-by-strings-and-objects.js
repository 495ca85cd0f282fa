const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename, { resourceLimits: { maxOldGenerationSizeMb: 10 } });
  worker.on('error', (error) => console.log(error.code));
  worker.on('exit', (code) => console.log('exit', code));
} else {
  const map = new Map();
  for (let i = 0; ; i++) map.set('key number ' + i, { i, text: 'value ' + i, list: [i] });
}
