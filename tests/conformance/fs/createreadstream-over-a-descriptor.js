const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('f', 'hello world');
const fd = fs.openSync('f');
fs.readSync(fd, Buffer.alloc(6));
const stream = fs.createReadStream(null, { fd, encoding: 'utf8', autoClose: false });
stream.on('open', () => console.log('never'));
stream.on('data', console.log);
stream.on('end', () => {
  console.log('end', fs.fstatSync(fd).size, stream.destroyed, stream.path);
  fs.closeSync(fd);
});
