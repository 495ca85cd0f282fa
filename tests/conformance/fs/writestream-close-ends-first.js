const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const stream = fs.createWriteStream('f');
stream.write('kept');
stream.close((error) => {
  console.log('closed', error, fs.readFileSync('f', 'utf8'));
  stream.close(() => console.log('again'));
});
stream.on('finish', () => console.log('finish'));
stream.on('close', () => console.log('close'));
