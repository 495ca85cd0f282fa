const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
(async () => {
  fs.writeFileSync('f', 'abc');
  const handle = await fs.promises.open('f');
  const reading = handle.read(Buffer.alloc(3), 0, 3, 0).then(({ bytesRead }) => console.log('read', bytesRead));
  const closing = handle.close().then(() => console.log('closed'));
  console.log(handle.close() instanceof Promise);
  await Promise.all([reading, closing]);
})();
