const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('f', '');
const { F_OK, R_OK, W_OK, X_OK } = fs.constants;
console.log(fs.accessSync('f'), fs.accessSync('f', F_OK), fs.accessSync('f', R_OK | W_OK));
try { fs.accessSync('f', X_OK); console.log('may run'); } catch (error) { console.log(error.message); }
fs.chmodSync('f', 0o755);
fs.accessSync('f', X_OK);
for (const mode of [-1, 8, NaN, 'r', {}]) {
  try { fs.accessSync('f', mode); console.log('fine'); } catch (error) { console.log(error.code, error.message); }
}
fs.access('none', (error) => console.log(error.code));
fs.access('f', R_OK, console.log);
console.log(fs.F_OK, fs.R_OK, fs.W_OK, fs.X_OK);
