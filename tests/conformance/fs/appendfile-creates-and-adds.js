const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.appendFileSync('log', 'one\n');
fs.appendFile('log', Buffer.from('two\n'), async (error) => {
  await fs.promises.appendFile('log', 'three\n');
  console.log(error, JSON.stringify(fs.readFileSync('log', 'utf8')));
});
