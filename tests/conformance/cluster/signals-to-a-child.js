'use strict';

const { fork } = require('child_process');

if (process.argv[2] === 'child') {
  if (process.argv[3] === 'handles') {
    process.on('SIGTERM', (name, number) => {
      process.send([name, number]);
      process.exit(4);
    });
  }
  process.send('up');
  setInterval(() => {}, 1000);
} else {
  const next = ([first, ...rest]) => {
    if (first === undefined) return;
    const [kind, signal] = first;
    const child = fork(__filename, ['child', kind]);
    child.on('message', (message) => {
      if (message !== 'up') console.log(kind, message);
      if (message === 'up') console.log(child.kill(signal), child.killed);
    });
    child.on('exit', (code, name) => console.log('exit', code, name, child.exitCode, child.signalCode));
    child.on('close', () => {
      console.log('dead', child.kill(), child.connected);
      next(rest);
    });
  };
  next([['plain', undefined], ['plain', 'SIGINT'], ['plain', 'SIGKILL'], ['plain', 9], ['plain', 'SIGUSR2'], ['handles', 'SIGTERM'],
        ['handles', 'SIGHUP']]);
}
