const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('f', 'x');
const seen = [];
const watcher = fs.watch('./f');
watcher.on('change', (type, name) => seen.push(`${type} ${name}`));
fs.writeFileSync('f', 'y');
fs.chmodSync('f', 0o600);
fs.unlinkSync('f');
setTimeout(() => {
  console.log(seen);
  watcher.close();
}, 50);
try { fs.watch('none'); } catch (error) { console.log(error.message, error.filename, Object.keys(error)); }
