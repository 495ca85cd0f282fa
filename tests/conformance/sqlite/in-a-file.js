// A database in a file: written by one connection, read by the next, refused where it may not be written.
const { Database, OPEN_READONLY, OPEN_READWRITE } = require('sqlite3');
const fs = require('fs');
const path = require('path');

const file = path.join(fs.mkdtempSync('/tmp/sqlite-'), 'users.db');

const missing = new Database(file, OPEN_READWRITE, (error) => {
  console.log('without OPEN_CREATE:', error.message);
  write();
});

function write() {
  const db = new Database(file, (error) => console.log('opened:', error));
  db.serialize(() => {
    db.run('CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)');
    db.run("INSERT INTO users (name) VALUES ('Ada'), ('Grace')");
    db.close(() => {
      console.log(fs.readFileSync(file).subarray(0, 15).toString(), fs.readdirSync(path.dirname(file)));
      read();
    });
  });
}

function read() {
  const db = new Database(file, OPEN_READONLY);
  db.all('SELECT * FROM users', (error, rows) => {
    console.log(error, rows);
    db.run("INSERT INTO users (name) VALUES ('Mallory')", (failed) => {
      console.log(failed.message);
      db.close(busy);
    });
  });
}

function busy() {
  const one = new Database(file);
  const two = new Database(file);
  one.run('BEGIN IMMEDIATE', (error) => {
    console.log('one begins:', error);
    two.run("INSERT INTO users (name) VALUES ('Eve')", (failed) => {
      console.log('two:', failed.message);
      one.run('COMMIT', () => {
        two.run("INSERT INTO users (name) VALUES ('Eve')", function(after) {
          console.log('two, again:', after, this.lastID);
          one.close();
          two.close(() => fs.rmSync(path.dirname(file), { recursive: true }));
        });
      });
    });
  });
}
