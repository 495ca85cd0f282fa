const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const { promisify } = require('util');
(async () => {
  const fd = fs.openSync('f', 'w+');
  console.log(await promisify(fs.write)(fd, 'hello'));
  console.log(await promisify(fs.read)(fd, Buffer.alloc(3), 0, 3, 0));
  console.log((await promisify(fs.writev)(fd, [Buffer.from('x')])).bytesWritten);
  console.log((await promisify(fs.stat)('f')).size, await promisify(fs.readFile)('f', 'utf8'));
  fs.closeSync(fd);
})();
