const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
fs.mkdirSync('d/e', { recursive: true });
fs.writeFileSync('d/f', 'here');
process.chdir('d');
console.log(fs.readFileSync('f', 'utf8'), fs.readdirSync('..'), process.cwd() === fs.realpathSync(folder) + '/d');
process.chdir('e');
console.log(fs.readFileSync('../f', 'utf8'));
try { process.chdir('none'); } catch (error) { console.log(error.code, error.syscall, error.dest); }
try { process.chdir('../f'); } catch (error) { console.log(error.code); }
fs.rmdirSync('../e');
try { process.cwd(); } catch (error) { console.log(error.message); }
try { fs.writeFileSync('x', ''); } catch (error) { console.log(error.message); }
process.chdir('..');
console.log(fs.readdirSync('.'));
process.chdir('/');
