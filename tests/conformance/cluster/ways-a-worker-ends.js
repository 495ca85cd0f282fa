'use strict';

const cluster = require('cluster');

if (cluster.isPrimary) {
  const ways = [
    (worker) => worker.kill(),
    (worker) => worker.process.kill('SIGKILL'),
    (worker) => worker.kill('SIGINT'),
    (worker) => worker.disconnect(),
    (worker) => worker.send('exit'),
    (worker) => worker.send('disconnect'),
    (worker) => worker.send('kill'),
    (worker) => worker.send('crash'),
  ];
  cluster.setupPrimary({ stdio: ['ignore', 'inherit', 'ignore', 'ipc'] });
  cluster.on('exit', (worker, code, signal) => {
    console.log('exit', worker.id, code, signal, worker.exitedAfterDisconnect, worker.state);
    if (ways.length > 0) cluster.fork();
  });
  cluster.on('online', (worker) => ways.shift()(worker));
  cluster.fork();
} else {
  process.on('message', (message) => {
    if (message === 'exit') process.exit(7);
    if (message === 'disconnect') cluster.worker.disconnect();
    if (message === 'kill') cluster.worker.kill();
    if (message === 'crash') throw new Error('crash');
  });
}
