const stream = new ReadableStream({
  type: 'bytes',
  start(controller) {
    controller.enqueue(new Uint8Array([1, 2, 3]));
    controller.enqueue(new Uint8Array([4]));
    controller.close();
  },
});
const [one, two] = stream.tee();
console.log(one, Object.keys(one));
(async () => {
  const reader = one.getReader({ mode: 'byob' });
  for (;;) {
    const { value, done } = await reader.read(new Uint8Array(2));
    console.log('one', value, done);
    if (done) break;
  }
})();
(async () => { for await (const chunk of two) console.log('two', chunk); })();
