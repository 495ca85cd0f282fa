// @title  Routes, services, repositories
// @lesson A request goes down through the layers and its answer comes back up: the route knows HTTP, the service
// the rules, the repository SQL. Errors change on their way up, too: the database's constraint becomes the
// repository's "that email is taken", and that becomes a status in one place for all.
// @latency db 2ms..4ms

// With Express: require('express').
const express = require('../../shared/tiny-express.js');
const visit = require('../../shared/visit.js');
const db = require('./db.js');
const makeApp = require('./app.js');

async function main() {
  await db.setUp();
  const server = makeApp(express).listen(0, '127.0.0.1', async () => {
    await visit(server, [
      ['GET', '/users/1'],
      ['GET', '/users/99'],
      ['POST', '/users', { name: 'Cleo', email: 'cleo@example.org' }],
      ['POST', '/users', { name: 'Ada again', email: 'ada@example.org' }],
      ['POST', '/users', { name: 'Nobody' }],
      ['GET', '/users/3'],
    ]);
    await db.query('ALTER TABLE users RENAME TO people'); // somebody works on the database
    await visit(server, [['GET', '/users/1']]);
    server.close();
  });
}

main();
