'use strict';

const cluster = require('cluster');
const names = (object) => Object.keys(object).sort().join(' ');

if (cluster.isPrimary) {
  console.log(names(cluster));
  console.log(cluster.schedulingPolicy, cluster.SCHED_RR, cluster.SCHED_NONE);
  const worker = cluster.fork();
  console.log(names(worker), worker.process.constructor.name);
  worker.on('message', (message) => console.log(message));
} else {
  process.send([names(cluster), cluster.isPrimary, cluster.isMaster, cluster.isWorker]);
  process.send([names(cluster.worker), cluster.worker.id, cluster.worker.state, cluster.worker.process === process]);
  process.send([cluster.worker.isConnected(), cluster.worker.isDead(), cluster.worker.exitedAfterDisconnect]);
  process.send([require('node:cluster') === cluster, cluster.worker instanceof cluster.Worker]);
  cluster.worker.send('by the worker');
  process.disconnect();
}
