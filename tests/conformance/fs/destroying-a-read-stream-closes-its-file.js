const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('f', Buffer.alloc(300000));
const stream = fs.createReadStream('f');
let fd;
stream.on('open', (number) => { fd = number; });
stream.once('data', () => {
  stream.destroy();
  console.log(stream.destroyed, stream.fd === fd);
});
stream.on('end', () => console.log('never'));
stream.on('error', () => console.log('never'));
stream.on('close', () => {
  console.log('close', stream.fd);
});
