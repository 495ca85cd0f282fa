// @title  A pool whose worker crashes
// @lesson An error nobody catches ends a worker thread, not the process: its parent gets 'error', then 'exit'
// with code 1. A pool has to fail that task, start another worker in its place, and go on with its queue.
// @cpus 4

const { Worker } = require('worker_threads');
const path = require('path');

class CarefulPool {
  constructor(file, size) {
    this.file = file;
    this.idle = [];
    this.queue = [];
    this.tasks = new Map();
    for (let i = 0; i < size; i++) this.add();
  }

  add() {
    const worker = new Worker(this.file);
    worker.on('message', (result) => {
      this.settle(worker, (task) => task.resolve(result));
      this.idle.push(worker);
      this.next();
    });
    worker.on('error', (error) => this.settle(worker, (task) => task.reject(error)));
    worker.on('exit', (code) => {
      if (code === 0) return;
      console.log(`a worker has ended with code ${code}; another takes its place`);
      this.add();
    });
    this.idle.push(worker);
    this.next();
  }

  settle(worker, how) {
    const task = this.tasks.get(worker);
    this.tasks.delete(worker);
    if (task) how(task);
  }

  next() {
    if (this.idle.length === 0 || this.queue.length === 0) return;
    const worker = this.idle.shift();
    const task = this.queue.shift();
    this.tasks.set(worker, task);
    worker.postMessage(task.data);
  }

  run(data) {
    return new Promise((resolve, reject) => {
      this.queue.push({ data, resolve, reject });
      this.next();
    });
  }

  close() {
    for (const worker of this.idle) worker.postMessage(null);
  }
}

async function main() {
  const pool = new CarefulPool(path.join(__dirname, 'worker.js'), 1);
  const inputs = ['3', '4', 'five', '6'];
  const results = await Promise.allSettled(inputs.map((text) => pool.run(text)));
  results.forEach((result, i) => {
    if (result.status === 'fulfilled') console.log(`${inputs[i]} squared is ${result.value}`);
    else console.log(`${inputs[i]}: ${result.reason.name}: ${result.reason.message}`);
  });
  pool.close();
}

main();
