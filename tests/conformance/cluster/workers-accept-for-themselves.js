'use strict';

// SCHED_NONE: who gets what is not fixed, that all are served is.
const cluster = require('cluster');
const http = require('http');
cluster.schedulingPolicy = cluster.SCHED_NONE;

if (cluster.isPrimary) {
  let listening = 0;
  let served = 0;
  cluster.fork();
  cluster.fork();
  cluster.on('listening', (worker, { address, addressType, port }) => {
    console.log(address, addressType, port > 0);
    if (++listening < 2) return;
    for (let i = 0; i < 10; i++) {
      http.get({ port, host: '127.0.0.1', agent: false }, (response) => {
        response.resume();
        response.on('end', () => {
          if (++served < 10) return;
          console.log('served', served);
          cluster.disconnect(() => console.log('all gone'));
        });
      });
    }
  });
} else {
  http.createServer((request, response) => response.end('hello')).listen(0, '127.0.0.1');
}
