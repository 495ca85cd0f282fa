'use strict';

const cluster = require('cluster');

if (cluster.isPrimary) {
  const sums = {};
  for (let i = 0; i < 3; i++) cluster.fork();
  let online = 0;
  cluster.on('online', () => {
    if (++online < 3) return;
    for (const worker of Object.values(cluster.workers)) worker.send({ add: worker.id * 10 });
  });
  cluster.on('message', (worker, message) => {
    sums[worker.id] = message.sum;
    if (Object.keys(sums).length < 3) return;
    console.log(sums);
    for (const each of Object.values(cluster.workers)) each.send({ end: true });
  });
  let gone = 0;
  cluster.on('exit', (worker, code) => {
    if (++gone === 3) console.log('exit', code);
  });
} else {
  process.on('message', ({ add, end }) => {
    if (end) process.exit(0);
    process.send({ sum: cluster.worker.id + add });
  });
}
