// Which type of SQL's a value becomes, and back.
const { Database } = require('sqlite3');

const db = new Database(':memory:');
const values = [1, -1, 2 ** 31, 2 ** 40, 0.5, NaN, Infinity, true, false, null, undefined, 'é€😀', '', new Date(1000),
                /x/g, {}, [7], Buffer.from([1, 2]), Buffer.alloc(0), new Uint8Array([3]), () => {}];
db.serialize(() => {
  db.run('CREATE TABLE t (n INTEGER PRIMARY KEY, v)');
  const insert = db.prepare('INSERT INTO t (v) VALUES ($v)');
  for (const value of values) insert.run({ $v: value });
  insert.finalize();
  db.all('SELECT v, typeof(v) AS type FROM t ORDER BY n', (error, rows) => rows.forEach((row) => console.log(row)));
  db.get("SELECT x'00ff' AS blob, 9007199254740993 AS large, 1e300 AS real, NULL AS none", (error, row) => {
    console.log(row, Buffer.isBuffer(row.blob));
  });
  db.get('SELECT ? AS a, ? AS b', [1], (error, row) => console.log(row));
});
