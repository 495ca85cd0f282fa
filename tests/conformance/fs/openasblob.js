const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('f', 'hello blob');
(async () => {
  const blob = await fs.openAsBlob('f', { type: 'text/plain' });
  console.log(blob.size, blob.type, await blob.text(), await blob.slice(6).text());
})();
