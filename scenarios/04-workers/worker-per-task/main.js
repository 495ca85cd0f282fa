// @title  A worker for each task
// @lesson Each task gets a thread of its own: it has to start, with an engine, an event loop and the modules
// of Node, before its first line runs. With eight tasks on four cores the starts cost more than the work.
// @cpus 4

const { Worker } = require('worker_threads');
const path = require('path');

function runHeavyTask(data) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(__dirname, 'worker.js'), { workerData: data });
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}

async function main() {
  const tasks = [];
  for (let i = 0; i < 8; i++) tasks.push(runHeavyTask({ numbers: [12, 13, 14 + (i % 3)] }));
  const results = await Promise.all(tasks);
  for (const { result } of results) console.log(result);
  console.log('eight workers for eight tasks');
}

main();
