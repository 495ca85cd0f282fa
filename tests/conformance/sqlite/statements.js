// A prepared statement: used again, read row by row, reset, finalized.
const { Database } = require('sqlite3');

const db = new Database(':memory:');
db.serialize();
db.exec('CREATE TABLE t (v); INSERT INTO t VALUES (1), (2), (3)');
const select = db.prepare('SELECT v FROM t WHERE v > ?', 1);
for (let i = 0; i < 4; i++) select.get((...args) => console.log('get', args));
select.reset((...args) => {
  console.log('reset', args);
  select.get((error, row) => console.log('again', row));
  select.get(0, (error, row) => console.log('with a new value', row));
  select.all((error, rows) => console.log('all', rows));
  select.all(2, (error, rows) => console.log('all', rows));
  console.log(select.bind(5, (error) => console.log('bound', error)) === select);
  select.all((error, rows) => console.log('all', rows));
  console.log(select.finalize(() => {
    console.log('finalized');
    select.get((error) => console.log(error.message));
  }) === db);
});
console.log(select.sql, Object.keys(select));
const broken = db.prepare('SELECT FROM', (error) => {
  console.log(error.message);
});
broken.run(() => console.log('never'));
db.prepare('INSERT INTO t VALUES (?)', function(error) { console.log('prepared', error, this.sql); }).run(9, function(error) {
  console.log(error, this.changes);
}).finalize();
