// @title  A handler that blocks the loop
// @lesson pbkdf2Sync() computes on the thread that runs the loop. For the 80 ms it takes, no other request is
// looked at: the application seems dead to everybody, whatever they ask for.

const crypto = require('crypto');
const app = require('./hash-app');

const password = 'correct horse';
const salt = 'battery staple';

app.get('/hash', (req, res) => {
  const hash = crypto.pbkdf2Sync(password, salt, 100000, 64, 'sha512');
  res.json({ hash: hash.toString('hex') });
});
