const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const a = fs.mkdtempSync('t-');
const b = fs.mkdtempSync('t-');
console.log(a.length, b.length, a !== b, /^t-[A-Za-z0-9]{6}$/.test(a), (fs.statSync(a).mode & 0o777).toString(8));
console.log(fs.mkdtempSync('buf-', 'buffer') instanceof Buffer);
fs.mkdtemp('u-', (error, path) => console.log(error, path.length));
fs.promises.mkdtemp('none/x').catch((error) => console.log(error.code, error.syscall));
try { fs.mkdtempSync(); } catch (error) { console.log(error.message); }
