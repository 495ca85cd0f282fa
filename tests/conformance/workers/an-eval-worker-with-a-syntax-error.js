const { Worker } = require('worker_threads');

const worker = new Worker('const a = ;', { eval: true });
worker.on('error', (error) => console.log(error.name, error.message));
worker.on('exit', (code) => console.log('exit', code));
