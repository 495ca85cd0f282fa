// @title  The same handler, on a worker thread
// @lesson A worker has an event loop of its own, so even JavaScript that computes, or a Sync function, blocks only
// itself. The main thread sends a message and goes on answering until another one comes back.

const path = require('path');
const { Worker } = require('worker_threads');
const app = require('./hash-app');

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
