const fs = require('fs');
let left = 2;
const done = (name) => () => {
  console.log(name);
  process.nextTick(() => console.log(name, 'tick'));
  queueMicrotask(() => console.log(name, 'microtask'));
  if (--left === 0) setImmediate(() => console.log('immediate'));
};
fs.stat(__filename, () => {
  fs.access(__filename, done('access'));
  setTimeout(() => {
    fs.lstat(__filename, done('lstat'));
  }, 20);
});
