// @title  A pool of workers
// @lesson The same eight tasks, for two workers that are started once and used again. A task that finds none
// free waits in the pool's queue, and is handed to the first that is done.
// @cpus 4

const path = require('path');
const WorkerPool = require('./worker-pool.js');

async function main() {
  const pool = new WorkerPool(path.join(__dirname, 'worker.js'), 2);
  const tasks = [];
  for (let i = 0; i < 8; i++) tasks.push(pool.run({ numbers: [12, 13, 14 + (i % 3)] }));
  console.log(`${pool.queue.length} tasks wait for a worker`);
  const results = await Promise.all(tasks);
  for (const { result } of results) console.log(result);
  console.log('two workers for eight tasks');
  for (const { worker } of pool.workers) await worker.terminate();
}

main();
