const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('f', 'first');
const stream = fs.createReadStream('f', { encoding: 'utf8' });
stream.once('data', (chunk) => {
  console.log(chunk);
  fs.appendFileSync('f', ' second');
  stream.on('data', (more) => console.log(more));
});
stream.on('end', () => console.log('end'));
