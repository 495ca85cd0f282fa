// Sixteen requests at once, for a server that computes 20 ms for each, by one worker and then by four.

const cluster = require('cluster');
const http = require('http');

function compute() {
  let sum = 0;
  for (let i = 0; i < 2_000_000; i++) sum += i;
  return sum;
}

function serve() {
  http.createServer((request, response) => response.end(`${compute()}`)).listen(3000);
}

// Calls back with how long all of them took, in milliseconds.
function ask(count, done) {
  const begun = Date.now();
  let answered = 0;
  for (let i = 0; i < count; i++) {
    http.get({ port: 3000, agent: false }, (response) => {
      response.resume();
      response.on('end', () => {
        if (++answered === count) done(Date.now() - begun);
      });
    });
  }
}

function measure(workers, done) {
  let listening = 0;
  for (let i = 0; i < workers; i++) cluster.fork();
  cluster.on('listening', () => {
    if (++listening < workers) return;
    cluster.removeAllListeners('listening');
    ask(16, (ms) => {
      console.log(`${workers} worker${workers === 1 ? '' : 's'}: ${ms} ms`);
      cluster.disconnect(done);
    });
  });
}

module.exports = function run() {
  if (cluster.isWorker) return serve();
  measure(1, () => measure(4, () => console.log('done')));
};
