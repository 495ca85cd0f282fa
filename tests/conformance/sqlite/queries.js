// What run, get, all, each and map give, and how values are bound.
const { Database } = require('sqlite3');

const db = new Database(':memory:');
db.serialize(() => {
  db.run('CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT UNIQUE)');
  db.run('INSERT INTO users (name, email) VALUES (?, ?)', ['Ada', 'a@x'], function(error) {
    console.log(error, this.lastID, this.changes, this.sql);
  });
  db.run('INSERT INTO users (name, email) VALUES ($name, $email)', { $name: 'Bob', $email: 'b@x' });
  db.run('INSERT INTO users (name, email) VALUES (?2, ?1)', { 1: 'c@x', 2: 'Cleo' });
  db.run("UPDATE users SET name = upper(name) WHERE id > ?", 1, function() { console.log(this.changes); });
  db.get('SELECT * FROM users WHERE id = $1', [1], (error, row) => console.log(error, row));
  db.get('SELECT * FROM users WHERE id = ?', 7, (...args) => console.log(args));
  db.all('SELECT * FROM users ORDER BY id DESC', (error, rows) => console.log(rows));
  db.all('SELECT * FROM users WHERE id > ? AND id < ?', 10, 20, (...args) => console.log(args));
  db.each('SELECT name FROM users', (error, row) => console.log(row), (error, count) => console.log(error, count));
  db.map('SELECT id, name FROM users', (error, map) => console.log(map));
  db.map('SELECT name, id, email FROM users', (error, map) => console.log(map));
  db.get('SELECT count(*) FROM users', (error, row) => console.log(row));
  db.get('SELECT 1 AS a, 2 AS a', (error, row) => console.log(row));
});
db.close((error) => console.log('closed', error));
