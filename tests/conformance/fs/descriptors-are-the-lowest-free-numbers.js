const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('a', 'x');
const first = fs.openSync('a');
const second = fs.openSync('a');
const third = fs.openSync('a');
console.log(second - first, third - second);
fs.closeSync(second);
console.log(fs.openSync('a') === second);
try { fs.closeSync(12345); } catch (error) { console.log(error.message, error.errno, error.syscall); }
