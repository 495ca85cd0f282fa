const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const stream = fs.createWriteStream('f', { highWaterMark: 10 });
console.log(stream.write('12345'), stream.writableLength);
console.log(stream.write('67890'), stream.writableLength, stream.writableNeedDrain);
stream.on('drain', () => {
  console.log('drain', stream.writableLength, stream.bytesWritten);
  stream.end();
});
stream.on('finish', () => console.log(fs.readFileSync('f', 'utf8')));
