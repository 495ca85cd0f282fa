// @title  A shutdown that would wait for ever
// @lesson server.close() waits for every answer. The handler that failed is often the one that owes an answer,
// and will never give it: then the process is neither serving nor gone. A deadline ends it, and whoever
// still waits sees the connection break.

const http = require('http');

const server = http.createServer(async (req, res) => {
  const user = await findUser(req.url);
  res.end(user.name);
});

async function findUser(url) {
  await new Promise((resolve) => setTimeout(resolve, 10));
  if (url === '/broken') throw new Error('connection lost'); // nothing catches it: no answer
  return { name: 'Ada' };
}

process.on('unhandledRejection', (reason) => {
  console.log('Unhandled Rejection:', reason.message);
  server.close(() => console.log('all connections have ended'));
  setTimeout(() => {
    console.log('deadline: not everybody has been answered');
    server.closeAllConnections();
    process.exitCode = 1;
  }, 100);
});

process.on('exit', (code) => console.log('exit with code', code));

function ask(user, path, then) {
  const request = http.get({ host: '127.0.0.1', port, path, agent: false }, (response) => {
    console.log(`${user} saw ${response.statusCode}`);
    response.resume().on('end', then);
  });
  request.on('error', (error) => console.log(`${user} saw ${error.code}: ${error.message}`));
}

let port;
server.listen(0, '127.0.0.1', () => {
  ({ port } = server.address());
  ask('Ada', '/ada', () => ask('Bob', '/broken'));
});
