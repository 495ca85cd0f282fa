const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const write = (options, text) => new Promise((resolve) => {
  const stream = fs.createWriteStream('f', options);
  stream.on('close', () => {
    console.log(JSON.stringify(options), fs.readFileSync('f', 'utf8'), stream.bytesWritten);
    resolve();
  });
  stream.on('error', (error) => console.log(error.message));
  stream.end(text);
});
(async () => {
  await write({}, 'hello world');
  await write({ flags: 'a' }, '!');
  await write({ flags: 'r+', start: 6 }, 'WORLD');
  await write({ flags: 'wx' }, 'x');
  await write('latin1', '\u00e9');
  await write({ mode: 0o600, flush: true }, 'flushed');
  await write({ encoding: 'hex' }, '616263');
})();
