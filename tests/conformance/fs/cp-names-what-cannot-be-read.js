// A folder that cannot be opened, a folder without `recursive`.
const fs = require('node:fs');

process.chdir(fs.mkdtempSync('/tmp/cp-'));
fs.mkdirSync('folder');
const tell = (kind) => (error) => console.log(kind, error.code, error.errno, error.syscall, error.path, error.message);
try {
  fs.cpSync('folder', 'copy');
} catch (error) {
  tell('sync')(error);
}
fs.cp('folder', 'copy', (error) => {
  tell('callback')(error);
  fs.promises.cp('missing', 'copy').catch(tell('promise'));
});
