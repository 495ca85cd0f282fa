// Which of several wrong arguments is complained of.
const fs = require('node:fs');

const done = () => {};
const calls = [
  ['close', 'x'], ['close', 'x', 5], ['fsync', 'x'], ['fdatasync', 'x'], ['fstat', 'x', 'y'],
  ['fchmod', 'x', 'zz', done], ['fchmod', 'x', 7], ['fchown', 'x', 'u', 1, done], ['fchown', 'x', 1, 'g', done],
  ['fchown', 'x', 1, 1], ['ftruncate', 'x', 'y', done], ['ftruncate', 'x', 1.5, done], ['ftruncate', 'x', 1],
  ['futimes', 'x', 'y', 1, done], ['futimes', 'x', 1, 1], ['read', 'x', 5], ['write', 'x', {}], ['readv', 'x', 5],
  ['fchmodSync', 'x', 'zz'], ['fchownSync', 'x', 'u', 1], ['ftruncateSync', 'x', 'y'], ['futimesSync', 'x', 'y', 1],
  ['mkdir', 5, 'zz'], ['open', 5, 'zz'], ['rename', 5, 6, 7], ['symlink', 5, 6, 'zz', done], ['chmod', 5, 'zz'],
  ['rmdir', 'x', { recursive: 1 }, done], ['rmdir', 5, { recursive: 1 }, done], ['opendir', 5, { bufferSize: 0 }, done],
  ['copyFile', 5, 6, 'x', done], ['truncate', 'x', 'y', done], ['cp', 'a', 'b', { dereference: 1 }],
];
for (const [name, ...given] of calls) {
  try {
    fs[name](...given);
    console.log(name, 'took it');
  } catch (error) {
    console.log(name, error.code, error.message);
  }
}
