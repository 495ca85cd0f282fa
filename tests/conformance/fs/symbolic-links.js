const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.mkdirSync('real');
fs.writeFileSync('real/f', 'text');
fs.symlinkSync('real', 'to-folder');
fs.symlinkSync('real/f', 'to-file', 'file');
fs.symlinkSync('nowhere', 'dangling');
console.log(fs.readFileSync('to-folder/f', 'utf8'), fs.readFileSync('to-file', 'utf8'), fs.readlinkSync('to-file'));
console.log(fs.existsSync('dangling'), fs.lstatSync('dangling').isSymbolicLink(), fs.readlinkSync('dangling', 'buffer'));
console.log(fs.realpathSync('to-folder/f') === fs.realpathSync('.') + '/real/f');
fs.writeFileSync('dangling', 'made');
console.log(fs.readFileSync('nowhere', 'utf8'));
fs.unlinkSync('to-folder');
console.log(fs.existsSync('real/f'));
fs.rmSync('to-file');
console.log(fs.readdirSync('.'));
try { fs.symlink('a', 'b', 'wrong', () => {}); } catch (error) { console.log(error.message); }
