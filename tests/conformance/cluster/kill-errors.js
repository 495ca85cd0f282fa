'use strict';

const attempt = (...args) => {
  try {
    console.log(process.kill(...args));
  } catch (error) {
    console.log(error.name, error.code, error.message, error.syscall, error.errno);
  }
};
attempt(process.pid, 0);
attempt(99999999, 0);
attempt(99999999, 'SIGTERM');
attempt('a');
attempt(undefined);
attempt(process.pid, 'SIGX');
attempt(process.pid, 'sigterm');
const { fork } = require('child_process');
if (process.argv[2] === undefined) {
  const child = fork(__filename, ['child'], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  for (const signal of [0, 'SIGX', 99, {}]) {
    try {
      console.log(child.kill(signal), child.killed);
    } catch (error) {
      console.log(error.code, error.message);
    }
  }
}
try {
  process.on('SIGKILL', () => {});
} catch (error) {
  console.log(error.code, error.message, error.syscall);
}
