// @title  Queries wait on the thread pool, not on the loop
// @lesson The database's driver gives each query to a thread of libuv's pool. Six queries asked for together take
// little longer than one, as far as there are threads; six that await one another take six times as long. The
// loop is free in both cases.
// @latency db 10ms..10ms

const sqlite3 = require('sqlite3');

const db = new sqlite3.Database(':memory:');

function query(sql, values) {
  return new Promise((resolve, reject) => {
    db.all(sql, values, (error, rows) => (error ? reject(error) : resolve(rows)));
  });
}

const ids = [1, 2, 3, 4, 5, 6];
const ask = (id) => query('SELECT $1 * $1 AS square', [id]);
const squares = (results) => results.map(([row]) => row.square).join(' ');

async function main() {
  let ticks = 0;
  const ticking = setInterval(() => ticks++, 5);

  const results = [];
  for (const id of ids) results.push(await ask(id));
  console.log('one after the other:', squares(results));

  const ticksBefore = ticks;
  console.log('side by side:       ', squares(await Promise.all(ids.map(ask))));
  console.log('the loop went on meanwhile:', ticksBefore > 0);
  clearInterval(ticking);
  db.close();
}

main();
