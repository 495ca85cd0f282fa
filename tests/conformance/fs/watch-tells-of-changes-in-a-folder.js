const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.mkdirSync('d');
const seen = [];
const watcher = fs.watch('d', (type, name) => seen.push(`${type} ${name}`));
watcher.on('close', () => console.log('close'));
fs.writeFileSync('d/f', 'x');
fs.appendFileSync('d/f', 'y');
fs.renameSync('d/f', 'd/g');
fs.unlinkSync('d/g');
fs.mkdirSync('d/sub');
setTimeout(() => {
  console.log(seen);
  watcher.close();
}, 50);
