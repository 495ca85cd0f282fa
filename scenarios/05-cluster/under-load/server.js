// A server that computes 20 ms for each request, in so many processes, until so many requests are answered.

const cluster = require('cluster');
const http = require('http');

function compute() {
  let sum = 0;
  for (let i = 0; i < 2_000_000; i++) sum += i;
  return sum;
}

function serve() {
  http.createServer((request, response) => {
    process.send('begun');
    response.on('finish', () => process.send('answered'));
    response.end(`${compute()}\n`);
  }).listen(3000);
}

exports.run = function(processes, requests) {
  if (cluster.isWorker) return serve();
  const answeredBy = new Map();
  let answered = 0;
  let begun;
  for (let i = 0; i < processes; i++) cluster.fork();
  cluster.on('message', (worker, message) => {
    if (message === 'begun') {
      begun ??= Date.now();
      return;
    }
    answeredBy.set(worker.id, (answeredBy.get(worker.id) ?? 0) + 1);
    if (++answered < requests) return;
    console.log(`${requests} requests answered in ${Date.now() - begun} ms`);
    for (const [id, count] of [...answeredBy].sort(([a], [b]) => a - b)) console.log(`  by worker ${id}: ${count}`);
    cluster.disconnect();
  });
};
