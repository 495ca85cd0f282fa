// A stream ends in a later turn of the loop than its last data.
const fs = require('fs');
const stream = fs.createReadStream(__filename);
stream.on('data', () => { console.log('data'); setImmediate(() => console.log('immediate after data')); });
stream.on('end', () => { console.log('end'); setImmediate(() => console.log('immediate after end')); });
stream.on('close', () => console.log('close'));
