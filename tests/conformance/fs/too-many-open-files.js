const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('f', '');
const opened = [];
let error;
try {
  while (opened.length < 100000) opened.push(fs.openSync('f'));
} catch (failure) {
  error = failure;
}
console.log(error.code, error.message);
fs.closeSync(opened.pop());
console.log(fs.readFileSync('f', 'utf8') === '');
