const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('f', 'x');
const controller = new AbortController();
fs.readFile('f', { signal: controller.signal }, (error) => console.log('read', error.name, error.code, error.message));
fs.writeFile('g', 'x', { signal: controller.signal }, (error) => console.log('write', error.name));
controller.abort();
fs.readFile('f', { signal: AbortSignal.abort('why') }, (error) => console.log('before', error.name, error.cause));
fs.promises.readFile('f', { signal: AbortSignal.abort() }).catch((error) => console.log('promise', error.name, error.code));
try { fs.readFile('f', { signal: {} }, () => {}); } catch (error) { console.log(error.message); }
