// @title  The same users, and a worker for each hash
// @lesson A worker computes as the pool does, and any JavaScript besides. It takes a while to start, which only those
// who want a hash notice. Worth it when it is not Node but your own code that computes.
// @cpus 4
// @client http://localhost:3000/ping name=pings rate=100/s for=500ms
// @client http://localhost:3000/hash name=hashes rate=10/s for=500ms

const path = require('path');
const { Worker } = require('worker_threads');
const app = require('./app');

const password = 'correct horse';
const salt = 'battery staple';

function runInWorker(file, workerData) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(__dirname, file), { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

app.get('/hash', async (req, res) => {
  const result = await runInWorker('./hash-worker.js', { password, salt });
  res.json(result);
});
