// @title  Everybody waits for the hash
// @lesson Ten users a second ask for a hash, a hundred for a ping. pbkdf2Sync() holds the loop for 80 ms, ten times a
// second: most pings come while it computes, and wait in the backlog for as long as it still takes.
// @cpus 4
// @client http://localhost:3000/ping name=pings rate=100/s for=500ms
// @client http://localhost:3000/hash name=hashes rate=10/s for=500ms

const crypto = require('crypto');
const app = require('./app');

const password = 'correct horse';
const salt = 'battery staple';

app.get('/hash', (req, res) => {
  const hash = crypto.pbkdf2Sync(password, salt, 100000, 64, 'sha512');
  res.json({ hash: hash.toString('hex') });
});
