// realpath() makes a text of what it gets; realpath.native() is strict.
const fs = require('node:fs');

process.chdir(fs.realpathSync(fs.mkdtempSync('/tmp/real-')));
fs.writeFileSync('5', '');
fs.symlinkSync('b', 'a');
fs.symlinkSync('a', 'b');
const shown = (text) => text.replace(process.cwd(), 'HERE');
(async () => {
  for (const path of [5, '', 'missing/x', null, {}, Buffer.from('5'), 'a', 'a/x', 'no\0path']) {
    const tell = (kind, result) => console.log(kind, shown(String(path)).replace('\0', '?'), shown(result));
    for (const [kind, realpath] of [['realpath', fs.realpathSync], ['native', fs.realpathSync.native]]) {
      try {
        tell(kind, realpath(path));
      } catch (error) {
        tell(kind, `${error.code} ${error.syscall} ${error.message}`);
      }
    }
    await new Promise((resolve) => {
      try {
        fs.realpath(path, (error, result) => resolve(tell('callback', error ? error.message : result)));
      } catch (error) {
        resolve(tell('thrown', error.message));
      }
    });
  }
})();
