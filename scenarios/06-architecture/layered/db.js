// The database: SQLite in memory. The simulator has the package sqlite3; for real Node, npm install gets it.

const sqlite3 = require('sqlite3');

const db = new sqlite3.Database(':memory:');

// query('SELECT * FROM users WHERE id = $1', [id]) → a promise of rows
function query(sql, values = []) {
  return new Promise((resolve, reject) => {
    db.all(sql, values, (error, rows) => {
      if (error) reject(error);
      else resolve(rows);
    });
  });
}

async function setUp() {
  await query('CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT NOT NULL UNIQUE)');
  await query("INSERT INTO users (name, email) VALUES ('Ada', 'ada@example.org'), ('Bob', 'bob@example.org')");
}

module.exports = { query, setUp };
