// @title  A worker crashes under load
// @lesson A request every 10 ms, two workers; one of the requests throws. Whoever it kills takes the requests it was
// answering with it; the other worker goes on, and the primary starts a new one.
// @cpus 4

const cluster = require('cluster');
const http = require('http');

if (cluster.isPrimary) {
  cluster.setupPrimary({ stdio: ['ignore', 'inherit', 'ignore', 'ipc'] });
  cluster.fork();
  cluster.fork();
  let listening = 0;
  cluster.on('listening', (worker) => {
    console.log(`worker ${worker.id} listens`);
    if (++listening === 2) require('./clients.js').run(40, 12, finish);
  });
  cluster.on('exit', (worker, code) => {
    if (worker.exitedAfterDisconnect) return;
    console.log(`worker ${worker.id} died (code: ${code}), the primary forks another`);
    cluster.fork();
  });
} else {
  process.on('uncaughtException', (error) => {
    console.error(`worker ${cluster.worker.id} cannot go on: ${error.message}`);
    process.exit(1);
  });
  http.createServer((request, response) => {
    if (request.url === '/bug') setTimeout(() => { throw new Error('a bug'); }, 5);
    else setTimeout(() => response.end('ok'), 25);
  }).listen(3000);
}

function finish({ answered, failed }) {
  console.log(`${answered} requests answered, ${failed} failed`);
  cluster.disconnect();
}
