const { Worker } = require('worker_threads');

const worker = new Worker('./there-is-no-such-file.js');
worker.on('error', (error) => console.log(error.name, error.code, error.message.replaceAll(process.cwd(), '')));
worker.on('exit', (code) => console.log('exit', code));
