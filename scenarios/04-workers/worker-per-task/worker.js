const { parentPort, workerData } = require('worker_threads');

function fibonacci(n) {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

const result = workerData.numbers.reduce((sum, n) => sum + fibonacci(n), 0);
parentPort.postMessage({ result });
