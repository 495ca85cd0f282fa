const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
(async () => {
  await fs.promises.writeFile('f', ['a', 'b', 'c']);
  await fs.promises.appendFile('f', (async function*() { yield 'd'; yield Buffer.from('e'); })());
  console.log(fs.readFileSync('f', 'utf8'));
  await fs.promises.writeFile('f', require('stream').Readable.from(['x', 'y']));
  console.log(fs.readFileSync('f', 'utf8'));
  await fs.promises.writeFile('f', 5).catch((error) => console.log(error.message));
})();
