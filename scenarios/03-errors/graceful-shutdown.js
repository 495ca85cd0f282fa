// @title  Shutting down with requests in flight
// @lesson After a rejection that nobody handled, nobody knows what state the program is in. So it ends, but
// not in the middle of a sentence: server.close() takes no new connections, waits for the answers that are on
// their way, and only then is the process left with code 1.

const http = require('http');

const server = http.createServer((req, res) => {
  if (req.url === '/careless') sendReceipt(); // nobody awaits it
  setTimeout(() => res.end('done'), req.url === '/slow' ? 200 : 10);
});

async function sendReceipt() {
  await new Promise((resolve) => setTimeout(resolve, 80));
  throw new Error('no mail server');
}

process.on('unhandledRejection', (reason) => {
  console.log('Unhandled Rejection:', reason.message);
  // Graceful shutdown. The users live in this same process: they get a moment to read their answers.
  server.close(() => setTimeout(() => process.exit(1), 20));
  ask('Cleo', '/quick');
});

process.on('exit', (code) => console.log('exit with code', code));

function ask(user, path) {
  console.log(`${user} asks for ${path}`);
  const request = http.get({ host: '127.0.0.1', port, path, agent: false }, (response) => {
    response.resume().on('end', () => console.log(`${user} saw ${response.statusCode}`));
  });
  request.on('error', (error) => console.log(`${user} saw ${error.code}: no new connections`));
}

let port;
server.listen(0, '127.0.0.1', () => {
  ({ port } = server.address());
  ask('Ada', '/slow');
  ask('Bob', '/careless');
});
