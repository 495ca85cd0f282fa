const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('a.txt', 'sync');
console.log(fs.readFileSync('a.txt', 'utf8'));
fs.writeFile('b.txt', 'callback', (error) => {
  console.log(error);
  fs.readFile('b.txt', 'utf8', async (failure, text) => {
    console.log(failure, text);
    await fs.promises.writeFile('c.txt', 'promise');
    console.log(await fs.promises.readFile('c.txt', 'utf8'));
    console.log(fs.readdirSync('.'));
  });
});
