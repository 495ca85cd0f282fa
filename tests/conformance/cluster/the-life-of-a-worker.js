'use strict';

const cluster = require('cluster');
const http = require('http');

if (cluster.isPrimary) {
  console.log(cluster.isMaster, cluster.isWorker, cluster.settings, cluster.workers, cluster.worker);
  const brief = (value) => (value?.process ? `worker ${value.id}` : value?.exec ? Object.keys(value) : value?.port ? [value.addressType, value.address, value.port > 0] : value);
  for (const type of ['setup', 'fork', 'online', 'listening', 'message', 'disconnect', 'exit'])
    cluster.on(type, (...args) => console.log('cluster', type, args.map(brief)));
  const worker = cluster.fork({ A: 1 });
  console.log(worker.id, worker.state, worker.isConnected(), worker.isDead(), worker.exitedAfterDisconnect);
  for (const type of ['online', 'listening', 'message', 'disconnect', 'exit', 'error'])
    worker.on(type, (...args) => console.log('worker', type, args.map(brief), worker.state, Object.keys(cluster.workers), worker.isConnected(), worker.isDead(), worker.exitedAfterDisconnect));
  worker.on('listening', ({ port }) => {
    http.get({ port, host: '127.0.0.1', agent: false }, (response) => {
      response.setEncoding('utf8');
      response.on('data', (data) => console.log('response', data));
      response.on('end', () => worker.send('bye'));
    });
  });
} else {
  const server = http.createServer((request, response) => response.end(`${cluster.worker.id} ${process.env.A} ${process.env.NODE_UNIQUE_ID}`));
  server.listen(0, '127.0.0.1');
  process.on('message', (message) => {
    process.send({ got: message }, () => setTimeout(() => cluster.worker.disconnect(), 20));
  });
}
