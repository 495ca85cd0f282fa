'use strict';

const { fork } = require('child_process');
const path = require('path');

if (process.argv[2] === 'child') {
  process.send({
    argv: process.argv.slice(2, 3), execArgv: process.execArgv, x: process.env.X, y: process.env.Y, z: process.env.Z,
    channel: process.env.NODE_CHANNEL_FD, cwd: path.basename(process.cwd()), parent: process.ppid === +process.argv[3],
    connected: process.connected, send: typeof process.send, main: require.main === module,
    file: path.basename(process.argv[1]),
  });
} else {
  console.log(process.send, process.connected, process.channel, process.disconnect);
  process.env.Z = 'set';
  const child = fork(__filename, ['child', process.pid], {
    execArgv: ['--no-warnings'], env: { ...process.env, X: 1, Y: undefined }, cwd: path.dirname(__dirname),
  });
  child.on('message', (message) => console.log(message, child.pid !== process.pid));
  console.log(child.spawnargs.slice(1, 2), path.basename(child.spawnargs[2]), child.spawnfile === process.execPath);
}
