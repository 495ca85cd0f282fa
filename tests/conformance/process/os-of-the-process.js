// What os tells of the process and its environment.
const os = require('os');
'use strict';
for (const name of ['EOL', 'devNull']) console.log(name, Object.getOwnPropertyDescriptor(os, name));
console.log(os.getPriority(), os.setPriority(5), os.getPriority(), os.getPriority(process.pid), os.getPriority(0));
for (const call of [() => os.setPriority(1.5), () => os.setPriority('x'), () => os.setPriority(0, 50), () => os.getPriority({}),
                    () => os.getPriority(2 ** 31)]) {
  try { call(); } catch (error) { console.log(error.name, error.code, error.message); }
}
process.env.TMPDIR = '/var/folder/';
console.log(os.tmpdir());
delete process.env.TMPDIR;
process.env.TMP = '/other';
console.log(os.tmpdir());
process.env.HOME = '/somewhere';
console.log(os.homedir());
