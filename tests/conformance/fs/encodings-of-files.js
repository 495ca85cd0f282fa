const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('f', 'h\u00e9llo \u20ac');
for (const encoding of ['utf8', 'latin1', 'ascii', 'ucs2', 'base64', 'base64url', 'hex', 'binary', 'UTF-8'])
  console.log(encoding, JSON.stringify(fs.readFileSync('f', encoding)));
fs.writeFileSync('g', '68c3a9', 'hex');
console.log(fs.readFileSync('g', 'utf8'));
fs.writeFileSync('g', '\u00e9', 'latin1');
console.log(fs.readFileSync('g'));
for (const encoding of ['nope', 5, {}]) {
  try { fs.readFileSync('f', { encoding }); } catch (error) { console.log(error.code, error.message); }
  try { fs.writeFileSync('f', 'x', encoding); console.log('fine'); } catch (error) { console.log(error.code, error.message); }
}
