// Nothing is a terminal where output goes to a pipe and input comes from nowhere.
const tty = require('node:tty');

console.log(Object.keys(tty), process.stdout.isTTY, process.stderr.isTTY);
for (const fd of [0, 1, 2, 99, -1, 1.5, '1', null, undefined]) console.log(fd, tty.isatty(fd));
for (const name of ['ReadStream', 'WriteStream']) {
  for (const fd of [99, -1, 1.5, 'x', 2 ** 31]) {
    try {
      new tty[name](fd);
    } catch (error) {
      console.log(name, fd, error.name, error.code, error.message);
    }
  }
}
