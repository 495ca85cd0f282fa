// Nobody is told of an error: it is an 'error' event of the statement that nobody listens to.
const { Database } = require('sqlite3');

process.on('uncaughtException', (error, origin) => console.log(origin, error.message, error.code));
process.on('exit', (code) => console.log('exit', code));
const db = new Database(':memory:');
db.run('SELECT * FROM nobody');
