const fs = require('fs');
const folder = fs.mkdtempSync('/tmp/fs-');
process.chdir(folder);
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
'use strict';
fs.writeFileSync('f', 'hello');
fs.mkdirSync('d');
const fd = fs.openSync('f', 'r+');
const calls = [
  ['access', 'f'], ['appendFile', 'f', 'x'], ['chmod', 'f', 0o644], ['copyFile', 'f', 'b'], ['cp', 'f', 'c'],
  ['exists', 'f'], ['exists', 'none'], ['fchmod', fd, 0o644], ['fdatasync', fd], ['fsync', fd], ['ftruncate', fd, 3],
  ['futimes', fd, 1, 1], ['link', 'f', 'ln'], ['lutimes', 'f', 1, 1], ['mkdir', 'd2'],
  ['mkdir', 'd3/d4', { recursive: true }], ['mkdir', 'd3/d4', { recursive: true }], ['read', fd],
  ['read', fd, Buffer.alloc(1), 0, 0, 0], ['readdir', 'd3'], ['readFile', 'f'], ['readFile', 'none'], ['readlink', 'none'],
  ['rename', 'b', 'b2'], ['rm', 'b2'], ['rmdir', 'd2'], ['stat', 'none'], ['symlink', 'f', 'sl'], ['readlink', 'sl'],
  ['truncate', 'f', 3], ['unlink', 'c'], ['utimes', 'f', 1, 1], ['write', fd, 'text'], ['writeFile', 'f', 'x'], ['close', fd],
];
const next = () => {
  const call = calls.shift();
  if (!call) return;
  const [name, ...args] = call;
  const returned = fs[name](...args, (...results) => {
    console.log(name, returned, results.length, ...results.map((value) => (value instanceof Error ? value.code : value)));
    next();
  });
};
next();
