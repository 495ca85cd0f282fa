'use strict';

// The simulated machine runs no other programs.

const EventEmitter = require('events');

function refuse(name) {
  return {
    [name]() {
      const { ERR_FEATURE_UNAVAILABLE_ON_PLATFORM } = require('internal/errors').codes;
      const error = new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM(`child_process.${name}()`);
      error.message += ': no other program runs in the simulator';
      throw error;
    },
  }[name];
}

class ChildProcess extends EventEmitter {}

module.exports = { ChildProcess };
for (const name of ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync']) {
  module.exports[name] = refuse(name);
}
