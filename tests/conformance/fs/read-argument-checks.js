const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('a', 'abcdefghij');
const fd = fs.openSync('a');
const attempt = (...args) => {
  try {
    fs.readSync(...args);
    console.log('fine');
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
attempt('x', Buffer.alloc(1));
attempt(fd, 'text');
attempt(fd, Buffer.alloc(2), 0, 3, 0);
attempt(fd, Buffer.alloc(2), 3, 1, 0);
attempt(fd, Buffer.alloc(2), -1, 1, 0);
attempt(fd, Buffer.alloc(2), 0.5, 1, 0);
attempt(fd, Buffer.alloc(2), 0, -1, 0);
attempt(fd, Buffer.alloc(0), 0, 1, 0);
attempt(fd, Buffer.alloc(2), 0, 1, 'x');
attempt(fd, Buffer.alloc(2), 0, 1, -2);
attempt(-1, Buffer.alloc(2));
attempt(1.5, Buffer.alloc(2));
