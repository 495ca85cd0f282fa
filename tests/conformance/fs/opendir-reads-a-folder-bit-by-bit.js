const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
for (let i = 0; i < 5; i++) fs.writeFileSync(`f${i}`, '');
(async () => {
  const names = [];
  for await (const entry of await fs.promises.opendir('.')) names.push(entry.name);
  console.log(names.sort());
  const dir = fs.opendirSync('.', { bufferSize: 2 });
  console.log(dir.path, dir instanceof fs.Dir);
  let count = 0;
  while (dir.readSync() !== null) count++;
  dir.closeSync();
  console.log(count);
  try { dir.readSync(); } catch (error) { console.log(error.code, error.message); }
  await dir.close().catch((error) => console.log(error.code));
  const other = await fs.promises.opendir('.');
  const reads = await Promise.all([other.read(), other.read(), other.read()]);
  console.log(new Set(reads.map((entry) => entry.name)).size);
  await new Promise((resolve) => other.read((error, entry) => { console.log(error, entry.isFile()); resolve(); }));
  console.log(await other.close());
})();
fs.opendir('none', (error) => console.log(error.message));
try { fs.opendirSync('.', { bufferSize: 0 }); } catch (error) { console.log(error.message); }
