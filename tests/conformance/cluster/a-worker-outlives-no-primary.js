'use strict';

const cluster = require('cluster');

if (cluster.isPrimary) {
  cluster.fork().on('message', () => {
    console.log('primary exits');
    process.exit(0);
  });
} else {
  setInterval(() => {}, 1000);
  cluster.worker.on('disconnect', () => console.log('worker disconnect', cluster.worker.exitedAfterDisconnect));
  process.on('exit', (code) => console.log('worker exit', code));
  process.send('up');
}
