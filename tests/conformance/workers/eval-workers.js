const { Worker } = require('worker_threads');

const worker = new Worker(`
  const { parentPort, workerData } = require('worker_threads');
  parentPort.postMessage([workerData, __filename, process.argv.slice(1)]);
`, { eval: true, workerData: 'data', argv: ['a', 2] });
worker.on('message', (message) => console.log(message));
worker.on('exit', (code) => console.log('exit', code));
