const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const short = (text) => text.replace(fs.realpathSync(folder), '<folder>');
fs.mkdirSync('a');
fs.symlinkSync('../a', 'a/self');
console.log(short(fs.realpathSync('a/self/self')), short(fs.realpathSync.native('a/self/')));
try { fs.realpathSync('a/none/deeper'); } catch (error) { console.log(short(error.message), error.syscall, short(error.path)); }
fs.realpath('none', (error) => {
  console.log(short(error.message));
  fs.realpath.native('none', (failure) => {
    console.log(failure.message);
    fs.realpath('a/self', (nothing, path) => {
      console.log(nothing, short(path));
      fs.promises.realpath('none').catch((missing) => console.log(missing.message));
    });
  });
});
