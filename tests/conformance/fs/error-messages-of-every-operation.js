const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.writeFileSync('f', 'x');
fs.mkdirSync('d');
fs.writeFileSync('d/x', 'x');
fs.symlinkSync('loop', 'loop');
const calls = [
  ['access', 'none'], ['appendFile', 'd', 'x'], ['chmod', 'none', 0o600], ['copyFile', 'none', 'b'],
  ['copyFile', 'f', 'd'], ['copyFile', 'f', 'd/x', 1], ['fdatasync', 999], ['fstat', 999], ['fsync', 999],
  ['ftruncate', 999], ['futimes', 999, 1, 1], ['link', 'none', 'b'], ['link', 'f', 'd/x'], ['lstat', 'none'],
  ['lutimes', 'none', 1, 1], ['mkdir', 'd'], ['mkdir', 'none/a'], ['mkdir', 'f/a'],
  ['mkdir', 'f', { recursive: true }], ['mkdir', 'f/a', { recursive: true }], ['open', 'none'], ['open', 'd', 'w'],
  ['open', 'f/x'], ['open', 'f', 'wx'], ['open', 'loop'], ['open', 'n'.repeat(256)], ['readdir', 'none'],
  ['readdir', 'f'], ['readFile', 'none'], ['readFile', 'd'], ['readlink', 'none'], ['readlink', 'f'],
  ['rename', 'none', 'b'], ['rename', 'd', 'f'], ['rename', 'f', 'd'], ['rename', 'd', 'd/e'], ['rm', 'none'],
  ['rm', 'd'], ['rmdir', 'none'], ['rmdir', 'd'], ['rmdir', 'f'], ['stat', 'none'], ['stat', 'f/'], ['statfs', 'none'],
  ['symlink', 'a', 'd/x'], ['truncate', 'none'], ['truncate', 'd'], ['unlink', 'none'], ['unlink', 'd'],
  ['unlink', 'f/x'], ['utimes', 'none', 1, 1], ['writeFile', 'd', 'x'], ['writeFile', 'none/x', 'x'],
];
const describe = (error) => `${error.message} ${Object.keys(error)} ${error.errno} ${error.code} ${error.syscall} ${error.path} ${error.dest}`;
(async () => {
  for (const [name, ...args] of calls) {
    try { fs[`${name}Sync`](...args); } catch (error) { console.log(`${name}Sync`, describe(error)); }
    await new Promise((resolve) => fs[name](...args, (error) => {
      console.log(name, describe(error), error.stack === `${error.name}: ${error.message}`);
      resolve();
    }));
    await fs.promises[name]?.(...args).catch((error) => console.log('promise', describe(error)));
  }
})();
