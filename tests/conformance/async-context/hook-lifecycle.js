// init, before, after and destroy of timers, immediates, ticks and resources; destroy comes with the next
// check phase, or before the loop ends.
const { createHook, AsyncResource } = require('async_hooks');
const seen = [];
const names = new Map();
createHook({
  init(id, type, triggerId) {
    names.set(id, `${type} ${id}`);
    seen.push(`init ${type} ${id}, triggered by ${triggerId}`);
  },
  before(id) { seen.push(`before ${names.get(id)}`); },
  after(id) { seen.push(`after ${names.get(id)}`); },
  destroy(id) { seen.push(`destroy ${names.get(id)}`); },
}).enable();

// Each step goes on with a timer, long enough for the check phase to come in between.
function later(next) { setTimeout(next, 5); }

const steps = [
  (next) => { clearImmediate(setImmediate(() => {})); later(next); },
  (next) => { setTimeout(() => { seen.push('timeout'); later(next); }, 1); },
  (next) => {
    let turns = 0;
    const interval = setInterval(() => {
      seen.push('interval');
      if (++turns === 2) {
        clearInterval(interval);
        later(next);
      }
    }, 1);
  },
  (next) => { process.nextTick(() => { seen.push('tick'); process.nextTick(() => later(next)); }); },
  (next) => {
    const resource = new AsyncResource('Resource');
    resource.runInAsyncScope(() => seen.push('in scope'));
    resource.emitDestroy();
    seen.push('asked for destroy');
    clearTimeout(setTimeout(() => {}, 10));
    later(next);
  },
  () => { clearImmediate(setImmediate(() => {})); },
];
function run(i) {
  seen.push(`-- ${i}`);
  steps[i](() => run(i + 1));
}
run(0);
process.on('beforeExit', () => seen.push('beforeExit'));
process.on('exit', () => console.log(seen.join('\n')));
