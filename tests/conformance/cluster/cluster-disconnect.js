'use strict';

const cluster = require('cluster');

if (cluster.isPrimary) {
  cluster.disconnect(() => {
    console.log('nobody was there');
    for (let i = 0; i < 2; i++) cluster.fork();
    let online = 0;
    cluster.on('online', () => {
      if (++online === 2) cluster.disconnect(() => console.log('all disconnected', Object.keys(cluster.workers)));
    });
    let gone = 0;
    cluster.on('exit', (worker, code, signal) => {
      if (++gone === 2) console.log('all gone', code, signal, worker.exitedAfterDisconnect);
    });
  });
}
