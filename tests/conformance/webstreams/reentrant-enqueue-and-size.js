// Methods of the program that call back into the stream.
let controller;
const stream = new ReadableStream({ start(given) { controller = given; }, pull() { console.log('pull', controller.desiredSize); } }, {
  highWaterMark: 3,
  size(chunk) { console.log('size', chunk); if (chunk === 'outer') controller.enqueue('inner'); return 1; },
});
controller.enqueue('outer');
const reader = stream.getReader();
reader.read().then(({ value }) => console.log(value));
reader.read().then(({ value }) => console.log(value));
const failing = new ReadableStream({ start(given) { controller = given; } }, { size() { throw new Error('size'); } });
try { controller.enqueue('x'); } catch (error) { console.log('thrown', error.message); }
failing.getReader().closed.catch((error) => console.log('closed', error.message));
