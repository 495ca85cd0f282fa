// After close, and with statements that were not finalized.
const { Database } = require('sqlite3');

const one = new Database(':memory:', (error) => console.log('opened', error));
const statement = one.prepare('SELECT 1 AS n', () => {
  one.close((error) => {
    console.log(error.message, error.code, one.open);
    statement.finalize();
    one.close((again) => {
      console.log(again, one.open);
      one.run('SELECT 1', (late) => console.log(late.message));
      one.exec('SELECT 1', (late) => console.log(late.message));
      one.close((late) => console.log(late.message));
      one.on('error', (late) => console.log('event', late.message));
      one.exec('SELECT 1');
    });
    one.get('SELECT 2', (late) => console.log('waited in vain:', late.message));
  });
});
