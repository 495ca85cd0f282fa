const fs = require('fs');
fs.writeFileSync('/dev/null', 'gone');
console.log(fs.readFileSync('/dev/null', 'utf8') === '');
const fd = fs.openSync('/dev/zero');
const buffer = Buffer.alloc(4, 1);
console.log(fs.readSync(fd, buffer), buffer);
fs.closeSync(fd);
fs.createWriteStream('/dev/null').end('x', () => console.log('finished'));
