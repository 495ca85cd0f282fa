const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const { pipeline } = require('stream/promises');
const { Transform } = require('stream');
(async () => {
  fs.writeFileSync('a', 'some text\n'.repeat(10000));
  const upper = new Transform({
    transform(chunk, encoding, callback) { callback(null, chunk.toString().toUpperCase()); },
  });
  await pipeline(fs.createReadStream('a'), upper, fs.createWriteStream('b'));
  console.log(fs.statSync('b').size, fs.readFileSync('b', 'utf8').slice(0, 10));
  await pipeline(fs.createReadStream('none'), fs.createWriteStream('c')).catch((error) => console.log(error.message));
  await pipeline(fs.createReadStream('a'), fs.createWriteStream('none/c')).catch((error) => console.log(error.message));
})();
