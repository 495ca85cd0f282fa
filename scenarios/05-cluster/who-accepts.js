// @title  Handed round, or first come first served
// @lesson By default the primary accepts every connection and hands it to the worker that has been free longest. With
// SCHED_NONE the workers wait at the socket themselves, and the system wakes whom it likes: often the same one.
// @cpus 4

const cluster = require('cluster');
const http = require('http');

cluster.schedulingPolicy = process.argv[2] === 'none' ? cluster.SCHED_NONE : cluster.SCHED_RR;

if (cluster.isWorker) {
  http.createServer((request, response) => response.end(`${cluster.worker.id}`)).listen(3000);
} else if (process.argv[2] === undefined) {
  const { fork } = require('child_process');
  fork(__filename, ['round']).on('exit', () => fork(__filename, ['none']));
} else {
  const served = { 1: 0, 2: 0, 3: 0 };
  let listening = 0;
  for (let i = 0; i < 3; i++) cluster.fork();
  cluster.on('listening', () => {
    if (++listening === 3) ask(served, 12);
  });
}

function ask(served, left) {
  if (left === 0) {
    console.log(process.argv[2] === 'none' ? 'first come:  ' : 'handed round:', served);
    return cluster.disconnect();
  }
  http.get({ port: 3000, agent: false }, (response) => {
    response.setEncoding('utf8');
    response.on('data', (id) => served[id]++);
    response.on('close', () => setTimeout(ask, 5, served, left - 1));
  });
}
