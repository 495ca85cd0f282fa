'use strict';

// How much of its time a loop is busy: what an agent's own `performance` and a worker's tell.

const { loopTimes } = internalBinding('worker');

// A function with Node's two parameters: the use until now, or since another reading, or between two.
function utilizationOf(agent) {
  return function eventLoopUtilization(util1, util2) {
    const times = loopTimes(agent());
    if (times === undefined) return { idle: 0, active: 0, utilization: 0 };
    let idle = times[1];
    let active = times[0] - idle;
    if (util2) {
      idle = util1.idle - util2.idle;
      active = util1.active - util2.active;
    } else if (util1) {
      idle -= util1.idle;
      active -= util1.active;
    }
    return { idle, active, utilization: active / (idle + active) };
  };
}

module.exports = { utilizationOf };
