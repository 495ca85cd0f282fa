// @title  State that is lost between processes
// @lesson A login is remembered in a variable, but every worker has its own memory: the next request goes to another
// worker, which has never heard of the user. State that all need belongs outside of the processes.
// @cpus 4

const cluster = require('cluster');
const http = require('http');

if (cluster.isPrimary) {
  cluster.fork();
  cluster.fork();
  let listening = 0;
  cluster.on('listening', () => {
    if (++listening === 2) ask(['/login', '/me', '/me', '/me']);
  });
} else {
  const sessions = new Set();
  http.createServer((request, response) => {
    if (request.url === '/login') sessions.add('ann');
    const known = sessions.has('ann') ? 'hello Ann' : 'please log in';
    response.end(`worker ${cluster.worker.id}: ${known}`);
  }).listen(3000);
}

function ask([path, ...rest]) {
  if (path === undefined) return cluster.disconnect();
  http.get({ port: 3000, path, agent: false }, (response) => {
    response.setEncoding('utf8');
    response.on('data', (text) => console.log(`${path.padEnd(6)} ${text}`));
    response.on('close', () => setTimeout(ask, 10, rest));
  });
}
