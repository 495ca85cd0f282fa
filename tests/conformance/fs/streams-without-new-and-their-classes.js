const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('f', 'x');
const read = fs.ReadStream('f');
const write = fs.WriteStream('g');
console.log(read instanceof fs.ReadStream, write instanceof fs.WriteStream, fs.FileReadStream === fs.ReadStream);
const { Readable, Writable } = require('stream');
console.log(read instanceof Readable, write instanceof Writable, Object.keys(read).slice(0, 8), Object.keys(write).slice(0, 9));
class Own extends fs.ReadStream {
  constructor(path) { super(path, { encoding: 'utf8' }); }
}
new Own('f').on('data', console.log);
read.resume();
write.end();
