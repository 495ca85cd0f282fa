const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('a', 'A');
fs.writeFileSync('b', 'B');
fs.renameSync('a', 'b');
console.log(fs.readFileSync('b', 'utf8'), fs.existsSync('a'));
fs.mkdirSync('full/inner', { recursive: true });
fs.mkdirSync('empty');
fs.renameSync('full', 'empty');
console.log(fs.readdirSync('.'), fs.readdirSync('empty'));
fs.mkdirSync('other');
try { fs.renameSync('other', 'empty'); } catch (error) { console.log(error.message); }
fs.renameSync('b', 'b');
fs.promises.rename('b', 'empty/inner/b').then(() => console.log(fs.readFileSync('empty/inner/b', 'utf8')));
