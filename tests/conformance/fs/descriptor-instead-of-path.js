const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const fd = fs.openSync('f', 'w+');
fs.writeFileSync(fd, 'abc');
fs.writeFileSync(fd, 'def');
console.log(fs.readFileSync('f', 'utf8'), JSON.stringify(fs.readFileSync(fd, 'utf8')));
fs.readFile(fd, 'utf8', (error, text) => {
  console.log(error, JSON.stringify(text));
  fs.appendFile(fd, 'ghi', (failure) => {
    console.log(failure, fs.readFileSync('f', 'utf8'));
    fs.closeSync(fd);
  });
});
