// @title  Operational errors and programmer errors
// @lesson Some failures belong to the work of a server: a user asks for what is not there, a database does not
// answer. They are answered by their meaning. A bug is something else: nobody expected it, so its
// message is for the log and not for the user, who only learns that it was not their fault.

const http = require('http');
const visit = require('../shared/visit.js');

const users = new Map([['1', { name: 'Ada', email: 'ada@example.org' }], ['2', { name: 'Bob' }]]);

class OperationalError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

function domainOf(id) {
  if (!/^\d+$/.test(id)) throw new OperationalError(400, `"${id}" is not the number of a user`);
  const user = users.get(id);
  if (!user) throw new OperationalError(404, `there is no user ${id}`);
  return user.email.split('@')[1]; // a bug: not every user has an email
}

function answer(id) {
  try {
    return [200, domainOf(id)];
  } catch (error) {
    if (error instanceof OperationalError) return [error.status, error.message];
    console.log('   for the log:', error.message);
    return [500, 'something went wrong here'];
  }
}

const server = http.createServer((request, response) => {
  const [status, text] = answer(request.url.slice(1));
  response.writeHead(status);
  response.end(text);
});

server.listen(0, '127.0.0.1', async () => {
  await visit(server, ['/1', '/ada', '/7', '/2', '/1'].map((path) => ['GET', path]));
  server.close();
});
