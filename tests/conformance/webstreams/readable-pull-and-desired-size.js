// A source is asked for more as long as its queue is below the high-water mark.
let count = 0;
const stream = new ReadableStream({
  start(controller) { console.log('start', controller.desiredSize); },
  pull(controller) {
    console.log('pull', controller.desiredSize);
    controller.enqueue(++count);
    if (count === 5) controller.close();
  },
}, { highWaterMark: 3 });
console.log('made', stream.locked);
setImmediate(async () => {
  console.log('read begins');
  const reader = stream.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    console.log('read', value, done);
    if (done) break;
  }
});
