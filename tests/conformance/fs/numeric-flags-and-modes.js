const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const { O_CREAT, O_WRONLY, O_EXCL, O_RDWR, O_APPEND, O_TRUNC } = fs.constants;
fs.closeSync(fs.openSync('a', O_CREAT | O_WRONLY, 0o640));
console.log((fs.statSync('a').mode & 0o777).toString(8));
try { fs.openSync('a', O_CREAT | O_WRONLY | O_EXCL); } catch (error) { console.log(error.message); }
const fd = fs.openSync('a', O_RDWR | O_APPEND);
fs.writeSync(fd, 'one');
fs.writeSync(fd, 'two', 0);
console.log(fs.readFileSync('a', 'utf8'));
fs.closeSync(fd);
fs.closeSync(fs.openSync('a', O_WRONLY | O_TRUNC));
console.log(fs.statSync('a').size);
fs.writeFileSync('b', '', { mode: 0o600 });
console.log((fs.statSync('b').mode & 0o777).toString(8));
