// An encoding that does not exist is refused by writeFile(), and taken for UTF-8 by write().
const fs = require('node:fs');
const fsp = require('node:fs/promises');

process.chdir(fs.mkdtempSync('/tmp/encodings-'));
const fd = fs.openSync('out', 'w+');
console.log(fs.writeSync(fd, 'é', null, 'bogus'), fs.writeSync(fd, 'é', null, 'latin1'), fs.writeSync(fd, 'é', 9, null));
try {
  fs.writeSync(fd, 'abc', 0, 'hex');
} catch (error) {
  console.log(error.code, error.message);
}
try {
  fs.writeFileSync('out', 'é', 'bogus');
} catch (error) {
  console.log(error.code, error.message);
}
fs.write(fd, 'ü', 3, 'bogus', async (error, count, text) => {
  console.log(error, count, text, fs.readFileSync('out'));
  const handle = await fsp.open('out', 'w+');
  console.log(await handle.write('é', 0, 'bogus'), await handle.readFile());
  await handle.close();
});
