// Synchronous I/O is done before anything else.
const fs = require('fs');
setTimeout(() => console.log('timeout'), 0);
setImmediate(() => fs.readFile(__filename, () => console.log('read')));
process.nextTick(() => console.log('tick'));
console.log(fs.readFileSync(__filename, 'utf8').length > 10, fs.existsSync(__filename));
console.log('main');
