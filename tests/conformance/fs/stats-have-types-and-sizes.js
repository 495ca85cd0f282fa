const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('f', 'hello');
fs.mkdirSync('d');
fs.symlinkSync('f', 'l');
const types = ['isFile', 'isDirectory', 'isSymbolicLink', 'isFIFO', 'isSocket', 'isBlockDevice', 'isCharacterDevice'];
for (const [name, stats] of [['f', fs.statSync('f')], ['d', fs.statSync('d')], ['l', fs.lstatSync('l')], ['l', fs.statSync('l')], ['null', fs.statSync('/dev/null')]]) {
  console.log(name, types.filter((type) => stats[type]()), stats instanceof fs.Stats);
}
const stats = fs.statSync('f');
console.log(stats.size, stats.nlink, stats.blksize, stats.blocks, (stats.mode & 0o777).toString(8), fs.lstatSync('l').size);
console.log(Object.keys(stats).join());
console.log(stats.mtime.getTime() === Math.round(stats.mtimeMs), stats.atime instanceof Date);
console.log(fs.statSync('none', { throwIfNoEntry: false }));
try { fs.lstatSync('f/x', { throwIfNoEntry: false }); } catch (error) { console.log(error.message); }
