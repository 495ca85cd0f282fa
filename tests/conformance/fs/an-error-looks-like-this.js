const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
try { fs.readFileSync('none'); } catch (error) { console.log({ ...error }); }
fs.rename('none', 'b', (error) => console.log(error));
