const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('f', 'hello world');
fs.truncateSync('f', 5);
console.log(fs.readFileSync('f'));
fs.truncateSync('f', 8);
console.log(fs.readFileSync('f'));
const fd = fs.openSync('f', 'r+');
fs.ftruncateSync(fd);
console.log(fs.fstatSync(fd).size);
fs.writeSync(fd, 'x', 3);
console.log(fs.readFileSync('f'));
fs.ftruncateSync(fd, -5);
fs.closeSync(fd);
const readOnly = fs.openSync('f');
try { fs.ftruncateSync(readOnly, 1); } catch (error) { console.log(error.message); }
for (const length of ['x', 1.5, null, {}]) {
  try { fs.truncateSync('f', length); console.log('fine'); } catch (error) { console.log(error.code, error.message); }
}
fs.truncate('f', 2, (error) => console.log(error, fs.statSync('f').size));
