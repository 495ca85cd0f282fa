// @title  A slow database makes files slow, too
// @lesson Each query holds a thread of the pool for the 40 ms the database takes, and there are four: a hundred queries
// a second are all it can do. Past that, queries wait for a thread, and so does everybody else who needs one: GET /terms
// only reads a small file. GET /ping needs the loop alone, and that is free.
// @cpus 4
// @latency db 40ms..40ms
// @client http://localhost:3000/users/1 name=users rate=150/s for=400ms
// @client http://localhost:3000/terms name=terms rate=20/s for=400ms
// @client http://localhost:3000/ping name=pings rate=20/s for=400ms

const fs = require('fs/promises');
const path = require('path');
const tinyExpress = require('../shared/tiny-express.js');
const db = require('./layered/db.js');

const app = tinyExpress();

app.get('/users/:id', async (req, res) => {
  const [user] = await db.query('SELECT * FROM users WHERE id = $1', [req.params.id]);
  res.json(user);
});

app.get('/terms', async (req, res) => {
  const terms = await fs.readFile(path.join(__dirname, 'terms.txt'), 'utf8');
  res.json({ terms });
});

app.get('/ping', (req, res) => res.json({ pong: true }));

db.setUp().then(() => app.listen(3000, () => console.log('listening')));
