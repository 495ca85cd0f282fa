const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
for (const data of [undefined, null, 5, {}, [], true, Symbol('s'), () => {}]) {
  for (const write of [() => fs.writeFileSync('a', data), () => fs.writeFile('a', data, () => {}),
    () => fs.appendFileSync('a', data), () => fs.writeSync(1, data)]) {
    try {
      write();
    } catch (error) {
      console.log(error.code, error.message);
    }
  }
}
console.log(fs.existsSync('a'));
