const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('a', 'abcdefghij');
const fd = fs.openSync('a');
const show = (name) => function(error, bytesRead, buffer) {
  console.log(name, arguments.length, error, bytesRead, buffer.length, buffer.toString('utf8', 0, bytesRead));
};
fs.read(fd, Buffer.alloc(4), 1, 2, 0, show('six'));
fs.read(fd, { buffer: Buffer.alloc(3), position: 4 }, show('options'));
fs.read(fd, Buffer.alloc(5), { length: 1 }, show('buffer and options'));
fs.read(fd, Buffer.alloc(2), show('buffer'));
fs.read(fd, show('callback alone'));
