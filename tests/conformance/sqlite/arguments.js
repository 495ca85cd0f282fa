// What is wrong with the arguments is thrown at once.
const sqlite3 = require('sqlite3');

function attempt(what) {
  try {
    console.log(what());
  } catch (error) {
    console.log(error.name, error.message, error.code);
  }
}
attempt(() => new sqlite3.Database());
attempt(() => new sqlite3.Database(7));
const db = new sqlite3.Database(':memory:');
attempt(() => db.exec());
attempt(() => db.exec('SELECT 1', 7));
attempt(() => db.serialize(7));
attempt(() => db.close(7));
attempt(() => db.configure('nothing', 1));
attempt(() => db.run('SELECT 1') === db);
attempt(() => db.get('SELECT 1') === db);
attempt(() => db.exec('SELECT 1') === db);
attempt(() => db.prepare('SELECT 1') instanceof sqlite3.Statement);
attempt(() => [db.filename, db.mode, Object.keys(db)]);
attempt(() => [typeof db.on, db instanceof require('events'), sqlite3.verbose() === sqlite3]);
attempt(() => [sqlite3.OPEN_READONLY, sqlite3.OPEN_READWRITE, sqlite3.OPEN_CREATE, sqlite3.BUSY, sqlite3.CONSTRAINT]);
attempt(() => new sqlite3.cached.Database(':memory:') !== new sqlite3.cached.Database(':memory:'));
