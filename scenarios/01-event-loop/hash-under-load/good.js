// @title  The same users, and the thread pool
// @lesson pbkdf2() computes on the pool. A hash takes as long as before, but nobody else notices: a ping is answered
// at once even while four threads compute.
// @cpus 4
// @client http://localhost:3000/ping name=pings rate=100/s for=500ms
// @client http://localhost:3000/hash name=hashes rate=10/s for=500ms

const crypto = require('crypto');
const app = require('./app');

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
