// Both branches see all chunks; the source goes at the speed of the faster.
let count = 0;
const stream = new ReadableStream({
  pull(controller) {
    console.log('pull', ++count);
    if (count > 3) controller.close();
    else controller.enqueue(count);
  },
}, { highWaterMark: 0 });
const [fast, slow] = stream.tee();
(async () => {
  for await (const chunk of fast) console.log('fast', chunk);
  console.log('fast end');
  setImmediate(async () => {
    for await (const chunk of slow) console.log('slow', chunk);
    console.log('slow end');
  });
})();
