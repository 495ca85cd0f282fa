const fs = require('fs');
fs.writeSync(1, 'one\n');
fs.writeSync(2, 'two\n');
fs.writeFileSync(1, 'three\n');
fs.write(1, 'four\n', (error, written) => console.log(error, written));
console.log(fs.readFileSync(0).length);
