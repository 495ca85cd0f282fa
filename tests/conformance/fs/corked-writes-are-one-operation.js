const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const stream = fs.createWriteStream('f');
const { writev, write } = fs;
let calls = [];
const counting = {
  ...fs,
  open: fs.open,
  write(...args) { calls.push('write'); return write.apply(fs, args); },
  writev(...args) { calls.push(`writev ${args[1].length}`); return writev.apply(fs, args); },
};
stream.destroy();
const counted = fs.createWriteStream('g', { fs: counting });
counted.cork();
for (const text of ['a', 'b', 'c']) counted.write(text);
process.nextTick(() => counted.uncork());
counted.end('d');
counted.on('close', () => console.log(calls, fs.readFileSync('g', 'utf8')));
