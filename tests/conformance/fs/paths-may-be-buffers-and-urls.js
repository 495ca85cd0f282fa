const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const { pathToFileURL } = require('url');
fs.writeFileSync(Buffer.from('from buffer'), 'one');
fs.writeFileSync(pathToFileURL('from url?'), 'two');
fs.writeFileSync(new Uint8Array([0x61, 0x62]), 'three');
console.log(fs.readdirSync('.'));
console.log(fs.readFileSync(pathToFileURL('from buffer'), 'utf8'), fs.existsSync(Buffer.from('from url?')));
try { fs.readFileSync(Buffer.from('none')); } catch (error) { console.log(error.message, error.path); }
