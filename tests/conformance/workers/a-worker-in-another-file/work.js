const { parentPort, workerData } = require('worker_threads');
const { triple } = require('./triple');

parentPort.postMessage([triple(workerData), require.main === module]);
