const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
console.log(fs.mkdirSync('a'), fs.mkdirSync('b/c/d', { recursive: true }), fs.mkdirSync('b/c/d', { recursive: true }));
console.log(fs.mkdirSync('b/c/x/y/', { recursive: true }), fs.mkdirSync('p/../q/r', { recursive: true }), fs.mkdirSync('./s/./t', { recursive: true }));
console.log(fs.readdirSync('.'));
fs.mkdir('e/f', { recursive: true }, (error, first) => console.log(error, first));
fs.promises.mkdir('g/h', { recursive: true }).then(console.log);
for (const options of ['zz', { mode: 'zz' }, { recursive: 1 }, { mode: -1 }]) {
  try { fs.mkdirSync('z', options); } catch (error) { console.log(error.code, error.message); }
}
fs.mkdirSync('private', 0o700);
fs.mkdirSync('group', { mode: '0750' });
console.log((fs.statSync('private').mode & 0o777).toString(8), (fs.statSync('group').mode & 0o777).toString(8));
