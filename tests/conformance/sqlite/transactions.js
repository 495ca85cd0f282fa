// A transfer that fails half-way is rolled back.
const { Database } = require('sqlite3');
const { promisify } = require('util');

const db = new Database(':memory:');
const run = promisify(db.run.bind(db));
const all = promisify(db.all.bind(db));

async function transfer(from, to, amount) {
  await run('BEGIN');
  try {
    await run('UPDATE accounts SET balance = balance + ? WHERE name = ?', [amount, to]);
    await run('UPDATE accounts SET balance = balance - ? WHERE name = ?', [amount, from]);
    await run('COMMIT');
    console.log('done');
  } catch (error) {
    console.log(error.message);
    await run('ROLLBACK');
  }
}

async function main() {
  await run('CREATE TABLE accounts (name TEXT PRIMARY KEY, balance INTEGER CHECK (balance >= 0))');
  await run("INSERT INTO accounts VALUES ('ada', 10), ('bob', 0)");
  await transfer('ada', 'bob', 7);
  await transfer('ada', 'bob', 7);
  console.log(await all('SELECT * FROM accounts ORDER BY name'));
  await run('ROLLBACK').catch((error) => console.log(error.message));
  console.log(await promisify(db.close.bind(db))());
}

main();
