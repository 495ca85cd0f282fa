const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('exit', () => console.log('exit'));
} else {
  console.log('one');
  process.stdout.write('two\n');
  console.log('three');
  process.stdout.write('four\n', () => process.stdout.write('five\n'));
}
