const fs = require('fs');
fs.readFile(__filename, 'utf8', (error, text) => console.log('read', error, text.startsWith('const fs')));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise'));
console.log('sync');
