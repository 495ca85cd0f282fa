'use strict';

const { fork } = require('child_process');
const attempt = (...args) => {
  try {
    fork(...args);
    console.log('forked');
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
attempt();
attempt(5);
attempt(null);
attempt(__filename, 5);
attempt(__filename, 'x');
attempt(__filename, [], 5);
attempt(__filename, [], 'x');
attempt(__filename, [], { stdio: ['pipe', 'pipe', 'pipe'] });
attempt(__filename, [], { stdio: 'x' });
attempt(__filename, [], { cwd: 5 });
attempt(__filename, [], { serialization: 'x' });
attempt(__filename, ['a\0']);
attempt('a\0.js');
attempt(__filename, [], { env: { A: 'a\0' } });
