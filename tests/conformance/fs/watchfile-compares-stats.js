const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('f', 'x');
const listener = (now, before) => {
  console.log(now.size, before.size, now instanceof fs.Stats);
  if (now.size === 0) fs.unwatchFile('f', listener);
};
fs.watchFile('f', { interval: 20 }, listener);
setTimeout(() => fs.writeFileSync('f', 'longer'), 60);
setTimeout(() => fs.unlinkSync('f'), 140);
fs.watchFile('none', { interval: 20 }, (now, before) => {
  console.log('none', now.size, before.size, now.mtimeMs);
  fs.unwatchFile('none');
});
