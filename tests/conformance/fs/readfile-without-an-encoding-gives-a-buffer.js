const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('a', Buffer.from([1, 2, 255]));
console.log(fs.readFileSync('a'));
console.log(fs.readFileSync('a', 'hex'), fs.readFileSync('a', { encoding: 'base64' }));
fs.readFile('a', (error, data) => console.log(Buffer.isBuffer(data), data.length));
