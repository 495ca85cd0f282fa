// @title  The same handler, on the thread pool
// @lesson pbkdf2() gives the same work to a thread of the pool and comes back at once. The hash takes as long as
// before, but the loop is free meanwhile: every other request is answered in time.

const crypto = require('crypto');
const app = require('./hash-app');

const password = 'correct horse';
const salt = 'battery staple';

app.get('/hash', async (req, res) => {
  const hash = await new Promise((resolve, reject) => {
    crypto.pbkdf2(password, salt, 100000, 64, 'sha512', (err, key) => {
      if (err) reject(err);
      else resolve(key);
    });
  });
  res.json({ hash: hash.toString('hex') });
});
