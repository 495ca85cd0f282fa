const fs = require('fs');
const calls = {
  access: ['x'], appendFile: ['x', 'y'], chmod: ['x', 1], copyFile: ['x', 'y'], exists: ['x'], fstat: [1], lstat: ['x'],
  mkdir: ['x'], mkdtemp: ['x'], open: ['x', 'r', 0], readFile: ['x'], readdir: ['x'], readlink: ['x'], realpath: ['x'],
  rename: ['x', 'y'], rmdir: ['x'], stat: ['x'], symlink: ['x', 'y'], truncate: ['x', 1], unlink: ['x'],
  utimes: ['x', 1, 1], writeFile: ['x', 'y'], write: [1, 'x'], close: [999, 'x'], fsync: [1], opendir: ['x'],
};
for (const [name, args] of Object.entries(calls)) {
  for (const callback of [undefined, 'text', {}]) {
    try {
      fs[name](...args, callback);
      console.log(name, 'did not throw');
    } catch (error) {
      console.log(name, error.code, error.message);
    }
  }
}
