const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
(async () => {
  for (let i = 0; i < 5; i++) await fs.promises.appendFile('log', `${i}`);
  console.log(fs.readFileSync('log', 'utf8'));
  const handle = await fs.promises.open('log', 'a');
  for (const text of ['a', 'b', 'c']) await handle.write(text);
  await handle.close();
  console.log(await fs.promises.readFile('log', 'utf8'));
})();
