// tracingChannel(): what is published around synchronous calls, promises and callbacks.
const { channel, tracingChannel } = require('node:diagnostics_channel');

const trace = tracingChannel('work');
console.log(trace.hasSubscribers, trace.start.name, trace.asyncEnd.name, trace);
console.log('nobody listens:', trace.traceSync((a, b) => a + b, {}, null, 1, 2));

const handlers = {};
for (const name of ['start', 'end', 'asyncStart', 'asyncEnd', 'error']) {
  handlers[name] = ({ label, result, error }) => console.log(' ', label, name, result, error?.message);
}
trace.subscribe(handlers);
console.log(trace.hasSubscribers);

console.log(trace.traceSync(function(a, b) { return this.base + a + b; }, { label: 'sync' }, { base: 10 }, 1, 2));
try {
  trace.traceSync(() => { throw new Error('thrown'); }, { label: 'sync throws' });
} catch (error) {
  console.log('caught', error.message);
}

(async () => {
  console.log(await trace.tracePromise(async (x) => x * 2, { label: 'promise' }, null, 21));
  await trace.tracePromise(async () => { throw new Error('rejected'); }, { label: 'rejects' }).catch(
    (error) => console.log('caught', error.message));
  try {
    await trace.tracePromise(() => { throw new Error('at once'); }, { label: 'throws' });
  } catch (error) {
    console.log('caught', error.message);
  }
  console.log(await trace.tracePromise(() => 'no promise', { label: 'plain' }));

  await new Promise((resolve) => {
    trace.traceCallback((x, done) => setImmediate(done, null, x + 1), -1, { label: 'callback' }, null, 1,
                        (error, value) => resolve(console.log('called back', error, value)));
  });
  await new Promise((resolve) => {
    trace.traceCallback((done, x) => setImmediate(done, new Error('failed'), x), 0, { label: 'first argument' }, null,
                        (error) => resolve(console.log('called back', error.message)), 1);
  });
  try {
    trace.traceCallback(() => {}, 0, {}, null, 'no function');
  } catch (error) {
    console.log(error.code, error.message);
  }
  console.log(trace.unsubscribe(handlers), trace.unsubscribe(handlers), trace.hasSubscribers);

  const own = tracingChannel({
    start: channel('a'), end: channel('b'), asyncStart: channel('c'), asyncEnd: channel('d'), error: channel('e'),
  });
  console.log(own.start.name, own.error.name);
  for (const given of [1, null, undefined, {}, { start: 1 }]) {
    try {
      tracingChannel(given);
    } catch (error) {
      console.log(error.code, error.message);
    }
  }
})();
