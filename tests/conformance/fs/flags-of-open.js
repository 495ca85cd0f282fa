const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const attempt = (flags, name) => {
  try {
    const fd = fs.openSync(name, flags);
    let wrote;
    try { wrote = fs.writeSync(fd, 'X'); } catch (error) { wrote = error.code; }
    let read;
    try { read = fs.readSync(fd, Buffer.alloc(10), 0, 10, 0); } catch (error) { read = error.code; }
    fs.closeSync(fd);
    console.log(flags, name, wrote, read, fs.readFileSync(name, 'utf8'));
  } catch (error) {
    console.log(flags, name, error.message);
  }
};
for (const flags of ['r', 'rs', 'r+', 'rs+', 'w', 'wx', 'w+', 'wx+', 'a', 'ax', 'a+', 'ax+', 'as', 'sr', 'xw']) {
  fs.writeFileSync('there', 'hello');
  attempt(flags, 'there');
  attempt(flags, 'new');
  fs.rmSync('new', { force: true });
}
