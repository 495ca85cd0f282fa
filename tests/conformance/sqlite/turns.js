// Who waits for whom: serialize, parallelize, exec and close.
const { Database } = require('sqlite3');

const db = new Database(':memory:');
const order = [];
const note = (name) => () => order.push(name);
console.log(db.open);
db.on('open', () => console.log('open event', db.open));
db.serialize(() => {
  db.run('CREATE TABLE a (v)', note('a'));
  db.run('CREATE TABLE b (v)', note('b'));
  db.run('INSERT INTO a VALUES (1)', note('into a'));
});
db.exec('INSERT INTO b VALUES (1)', note('exec'));
db.wait(note('wait'));
db.parallelize(() => {
  db.run('INSERT INTO a VALUES (2)', () => console.log('one of three'));
  db.run('INSERT INTO a VALUES (3)', () => console.log('one of three'));
  db.run('INSERT INTO a VALUES (4)', () => console.log('one of three'));
});
db.exec('DELETE FROM a', () => console.log('after all of them', order.splice(0)));
db.serialize(() => {
  db.get('SELECT count(*) AS n FROM a', (error, row) => console.log(row));
  db.parallelize(() => console.log('nested'));
});
db.close((error) => console.log('closed', error, db.open));
db.on('close', () => console.log('close event'));
