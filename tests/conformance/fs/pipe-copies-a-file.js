const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('a', Buffer.alloc(150000, 'abc'));
fs.createReadStream('a').pipe(fs.createWriteStream('b')).on('close', () => {
  console.log(fs.readFileSync('a').equals(fs.readFileSync('b')), fs.statSync('b').size);
});
