const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('a', 'original', { mode: 0o600 });
fs.writeFileSync('b', 'something longer than that');
fs.copyFileSync('a', 'b');
console.log(fs.readFileSync('b', 'utf8'), (fs.statSync('b').mode & 0o777).toString(8));
try { fs.copyFileSync('a', 'b', fs.constants.COPYFILE_EXCL); } catch (error) { console.log(error.message, error.dest); }
fs.copyFile('a', 'c', (error) => {
  fs.appendFileSync('c', '!');
  console.log(error, fs.readFileSync('a', 'utf8'), fs.readFileSync('c', 'utf8'));
});
fs.promises.copyFile('a', 'd', fs.constants.COPYFILE_EXCL).then(console.log);
for (const mode of [8, -1, 'x', 1.5]) {
  try { fs.copyFileSync('a', 'e', mode); } catch (error) { console.log(error.code, error.message); }
}
