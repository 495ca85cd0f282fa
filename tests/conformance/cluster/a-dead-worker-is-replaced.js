'use strict';

const cluster = require('cluster');

if (cluster.isPrimary) {
  let left = 3;
  cluster.on('exit', (worker, code) => {
    console.log(`worker ${worker.id} died (code: ${code})`);
    if (left-- > 0) cluster.fork();
  });
  cluster.on('online', (worker) => console.log('online', worker.id, Object.keys(cluster.workers)));
  cluster.fork();
} else {
  process.exit(cluster.worker.id);
}
