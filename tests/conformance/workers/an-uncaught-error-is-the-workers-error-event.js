const { Worker, isMainThread, parentPort, workerData, threadId } = require('worker_threads');

if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('error', (error) => {
    console.log(error instanceof RangeError, error.name, error.message, error.code, error.data);
    console.log(Object.keys(error));
  });
  worker.on('exit', (code) => console.log('exit', code));
} else {
  class Special extends RangeError {
    constructor(message) {
      super(message);
      this.name = 'Special';
      this.code = 'E_SPECIAL';
      this.data = { deep: [1] };
    }
  }
  throw new Special('no');
}
