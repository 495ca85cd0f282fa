const { Worker } = require('worker_threads');
const path = require('path');

const a = new Worker(path.join(__dirname, 'work.js'), { workerData: 3 });
a.on('message', (message) => {
  console.log(message);
  const b = new Worker(path.join(__dirname, 'module.mjs'), { workerData: 4 });
  b.on('message', (text) => console.log(text));
});
