'use strict';

const { fork } = require('child_process');

if (process.argv[2] === 'child') {
  process.send([process.env.NODE_CLUSTER_SCHED_POLICY, require('cluster').schedulingPolicy]);
} else {
  const next = ([policy, ...rest]) => {
    const child = fork(__filename, ['child'], { env: { ...process.env, NODE_CLUSTER_SCHED_POLICY: policy } });
    child.on('message', (message) => console.log(message));
    child.on('exit', () => {
      if (rest.length > 0) next(rest);
    });
  };
  next(['rr', 'none', 'x', undefined]);
}
