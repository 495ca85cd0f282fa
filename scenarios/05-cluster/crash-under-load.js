// @title  Visitors of a worker that crashes
// @lesson Two visitors ask for what hits a bug. Each time a worker dies with all the requests it was answering, other
// people's too; those on the other worker notice nothing, and a new worker takes its place. How many failed is what
// the visitors count, not the server: a dead process counts nothing.
// @cpus 4
// @client http://localhost:3000/ name=visitors rate=40/s for=1s start=500ms
// @client http://localhost:3000/bug name=unlucky rate=2/s requests=2 start=790ms

const cluster = require('cluster');
const http = require('http');

if (cluster.isPrimary) {
  let answered = 0;
  cluster.setupPrimary({ stdio: ['ignore', 'inherit', 'ignore', 'ipc'] });
  cluster.fork();
  cluster.fork();
  cluster.on('message', () => answered++);
  cluster.on('exit', (worker, code) => {
    if (worker.exitedAfterDisconnect) return;
    console.log(`worker ${worker.id} died with code ${code}, after ${answered} answers in all`);
    cluster.fork();
  });
  setTimeout(() => {
    console.log(`${answered} of 42 requests were answered`);
    cluster.disconnect();
  }, 2_000);
} else {
  process.on('uncaughtException', (error) => {
    console.error(`worker ${cluster.worker.id} cannot go on: ${error.message}`);
    process.exit(1);
  });
  http.createServer((request, response) => {
    if (request.url === '/bug') throw new Error('a bug');
    response.on('finish', () => process.send('answered'));
    setTimeout(() => response.end('ok'), 100);
  }).listen(3000);
}
