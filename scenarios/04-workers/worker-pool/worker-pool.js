const { Worker } = require('worker_threads');
const os = require('os');

class WorkerPool {
  constructor(workerFile, poolSize = os.cpus().length) {
    this.workers = [];
    this.queue = [];

    for (let i = 0; i < poolSize; i++) {
      this.workers.push({ worker: new Worker(workerFile), busy: false });
    }
  }

  run(data) {
    return new Promise((resolve, reject) => {
      const available = this.workers.find(w => !w.busy);

      if (available) {
        available.busy = true;
        available.worker.postMessage(data);
        available.worker.once('message', (result) => {
          available.busy = false;
          this.processQueue();
          resolve(result);
        });
      } else {
        this.queue.push({ data, resolve, reject });
      }
    });
  }

  processQueue() {
    if (this.queue.length === 0) return;
    const { data, resolve, reject } = this.queue.shift();
    this.run(data).then(resolve).catch(reject);
  }
}

module.exports = WorkerPool;
