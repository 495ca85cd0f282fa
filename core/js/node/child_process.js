'use strict';

// Source: Node.js documentation "Child process". The simulated machine runs programs of Node only: what would run
// another one says so.

const { ChildProcess } = require('internal/child_process/child');
const { fork } = require('internal/child_process/fork');

function refuse(name) {
  return {
    [name]() {
      const { ERR_FEATURE_UNAVAILABLE_ON_PLATFORM } = require('internal/errors').codes;
      const error = new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM(`child_process.${name}()`);
      error.message += ': the simulator runs programs of Node only, by fork()';
      throw error;
    },
  }[name];
}

module.exports = {
  _forkChild: refuse('_forkChild'),
  ChildProcess,
  exec: refuse('exec'),
  execFile: refuse('execFile'),
  execFileSync: refuse('execFileSync'),
  execSync: refuse('execSync'),
  fork,
  spawn: refuse('spawn'),
  spawnSync: refuse('spawnSync'),
};
