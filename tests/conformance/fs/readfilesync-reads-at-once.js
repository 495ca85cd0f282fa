const fs = require('fs');
const text = fs.readFileSync(__filename, 'utf8');
console.log(text.split('\n').length, Buffer.isBuffer(fs.readFileSync(__filename)), fs.existsSync(__filename), fs.existsSync('/no/such'));
try { fs.readFileSync('/no/such'); } catch (error) { console.log(error.code, error.errno, error.syscall, error.path, error.message); }
