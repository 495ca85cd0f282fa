const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('f', '');
const show = () => {
  const { atimeMs, mtimeMs } = fs.lstatSync('f');
  console.log(atimeMs, mtimeMs);
};
fs.utimesSync('f', 10, 20); show();
fs.utimesSync('f', new Date(5000), '7.5'); show();
fs.lutimesSync('f', 1.25, 2.5); show();
const fd = fs.openSync('f');
fs.futimesSync(fd, 100, new Date(200000)); show();
fs.closeSync(fd);
fs.promises.utimes('f', 3, 4).then(show);
for (const time of [undefined, null, {}, 'x', NaN, Infinity]) {
  try { fs.utimesSync('f', time, 1); console.log('fine'); } catch (error) { console.log(error.code, error.message); }
}
