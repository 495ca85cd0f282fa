// Codes and messages, and who is told.
const sqlite3 = require('sqlite3');

const db = new sqlite3.Database(':memory:');
function show(label) {
  return function(error) {
    console.log(label, error.message, error.errno, error.code, error instanceof Error, Object.keys(error));
  };
}
db.serialize(() => {
  db.run('CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, age INT CHECK (age > 0))');
  db.run("INSERT INTO t VALUES (1, 'a', 1)");
  db.run("INSERT INTO t VALUES (1, 'b', 1)", show('primary key'));
  db.run("INSERT INTO t VALUES (2, 'a', 1)", show('unique'));
  db.run('INSERT INTO t VALUES (2, NULL, 1)', show('not null'));
  db.run("INSERT INTO t VALUES (2, 'b', 0)", show('check'));
  db.run('SELEC', show('syntax'));
  db.run('', show('empty'));
  db.get('SELECT * FROM nobody', show('no table'));
  db.all('SELECT wrong FROM t', show('no column'));
  db.each('SELECT wrong FROM t', () => console.log('never'), show('each'));
  db.exec('CREATE TABLE u (a); nonsense', show('exec'));
  db.get('SELECT name FROM sqlite_master WHERE name = ?', 'u', (error, row) => console.log(row));
  db.get('SELECT ? AS a', [1, 2], show('too many'));
  db.get('SELECT $a AS a', { $b: 1 }, show('unknown name'));
  db.run("INSERT INTO t VALUES ('x', 'x', 1)", show('mismatch'));
});
