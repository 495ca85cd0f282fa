// bindStore(): an AsyncLocalStorage gets its value from what is published.
const { AsyncLocalStorage } = require('node:async_hooks');
const { channel, tracingChannel } = require('node:diagnostics_channel');

const request = new AsyncLocalStorage();
const user = new AsyncLocalStorage();
const incoming = channel('incoming');
incoming.bindStore(request);
incoming.bindStore(user, ({ name }) => name.toUpperCase());
console.log(incoming.hasSubscribers);
incoming.subscribe((message) => console.log('published', message, request.getStore() === message));

const result = incoming.runStores({ name: 'ann' }, function(a, b) {
  console.log(this, a, b, request.getStore(), user.getStore());
  setTimeout(() => console.log('later', user.getStore()), 20);
  return 'returned';
}, { me: 1 }, 2, 3);
console.log(result, request.getStore(), user.getStore());

console.log(incoming.unbindStore(user), incoming.unbindStore(user));
incoming.runStores({ name: 'bob' }, () => console.log(request.getStore(), user.getStore()));

const trace = tracingChannel('job');
trace.start.bindStore(user, ({ who }) => who);
console.log(trace.traceSync(() => user.getStore(), { who: 'cy' }));
trace.tracePromise(async () => {
  await null;
  return user.getStore();
}, { who: 'di' }).then((who) => console.log(who));

process.on('uncaughtException', (error) => console.log('later:', error.message));
incoming.bindStore(user, () => { throw new Error('no store'); });
incoming.runStores({ name: 'ed' }, () => console.log('ran all the same', user.getStore()));
