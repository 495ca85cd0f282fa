// @title  Everything in one handler
// @lesson The same answers as with layers, from one function that knows HTTP, the rules, SQL, the database's error
// codes and the mail. To test a rule one needs a server and a database; to change the database one reads the
// mails; and the same check stands wherever it is needed.
// @latency db 2ms..4ms

const sqlite3 = require('sqlite3');
const express = require('../shared/tiny-express.js');
const visit = require('../shared/visit.js');

const db = new sqlite3.Database(':memory:');
const app = express();
app.use(express.json());

app.get('/users/:id', (req, res) => {
  db.get('SELECT * FROM users WHERE id = ?', [req.params.id], (error, user) => {
    if (error) {
      console.log('   for the log:', error.message);
      res.status(500).json({ error: 'Internal server error' });
    } else if (!user) {
      res.status(404).json({ error: 'User not found' });
    } else {
      res.json(user);
    }
  });
});

app.post('/users', (req, res) => {
  const { name, email } = req.body;
  if (!email) return res.status(400).json({ error: 'An email is needed' });
  db.run('INSERT INTO users (name, email) VALUES (?, ?)', [name, email], function(error) {
    if (error && error.code === 'SQLITE_CONSTRAINT') {
      res.status(409).json({ error: 'That email is taken' });
    } else if (error) {
      console.log('   for the log:', error.message);
      res.status(500).json({ error: 'Internal server error' });
    } else {
      const user = { id: this.lastID, name, email };
      setTimeout(() => { // stands for a mail server
        console.log(`   mail: welcome, ${email}`);
        res.status(201).json(user);
      }, 20);
    }
  });
});

db.serialize(() => {
  db.run('CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT NOT NULL UNIQUE)');
  db.run("INSERT INTO users (name, email) VALUES ('Ada', 'ada@example.org'), ('Bob', 'bob@example.org')", () => {
    const server = app.listen(0, '127.0.0.1', async () => {
      await visit(server, [
        ['GET', '/users/1'],
        ['GET', '/users/99'],
        ['POST', '/users', { name: 'Cleo', email: 'cleo@example.org' }],
        ['POST', '/users', { name: 'Ada again', email: 'ada@example.org' }],
        ['POST', '/users', { name: 'Nobody' }],
        ['GET', '/users/3'],
      ]);
      server.close();
    });
  });
});
