// A database that cannot be opened tells the callback or emits 'error'; what waited for it never runs.
const { Database } = require('sqlite3');

const one = new Database('/nowhere/at/all.db', (error) => console.log(error.message, error.errno, error.code, one.open));
one.run('SELECT 1', () => console.log('never'));
const two = new Database('/nowhere/at/all.db');
two.on('error', (error) => console.log('event', error.message));
two.on('open', () => console.log('never'));
