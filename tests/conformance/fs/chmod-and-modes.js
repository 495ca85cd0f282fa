const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('f', '');
const mode = () => (fs.statSync('f').mode & 0o7777).toString(8);
fs.chmodSync('f', 0o751); console.log(mode());
fs.chmodSync('f', '644'); console.log(mode());
const fd = fs.openSync('f', 'r+');
fs.fchmodSync(fd, 0o600); console.log(mode());
fs.closeSync(fd);
for (const wrong of [undefined, 'x', -1, 1.5, {}, 2 ** 32]) {
  try { fs.chmodSync('f', wrong); console.log('fine'); } catch (error) { console.log(error.code, error.message); }
}
console.log(fs.lchmod, fs.lchmodSync);
fs.promises.lchmod('f', 1).catch((error) => console.log(error.message));
fs.promises.chmod('f', 0o640).then(() => console.log(mode()));
