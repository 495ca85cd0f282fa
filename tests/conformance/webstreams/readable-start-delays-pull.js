// pull() waits for what start() returned.
new ReadableStream({
  start() {
    console.log('start');
    return new Promise((resolve) => setImmediate(() => { console.log('started'); resolve(); }));
  },
  pull() { console.log('pull'); },
});
queueMicrotask(() => console.log('microtask'));
process.nextTick(() => console.log('tick'));
