const fs = require('fs');
const bad = [undefined, null, 5, {}, [], true, 'nul\0byte', Buffer.from('nul\0byte'), new URL('http://x/y')];
for (const path of bad) {
  for (const name of ['access', 'open', 'readFile', 'stat', 'mkdir', 'unlink', 'readdir', 'realpath', 'rename', 'copyFile', 'link']) {
    try {
      fs[`${name}Sync`](path, 'b');
      console.log('no error');
    } catch (error) {
      console.log(name, error.code, error.message);
    }
  }
  console.log(fs.existsSync(path));
}
