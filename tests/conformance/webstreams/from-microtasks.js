// How many microtasks lie between the chunks.
let count = 0;
let running = true;
(function next() { Promise.resolve().then(() => { count++; if (running) next(); }); })();
const read = async (name, stream) => {
  for await (const chunk of stream) console.log(name, chunk, count);
  console.log(name, 'end', count);
};
Promise.all([
  read('array', ReadableStream.from([1, 2])),
  read('generator', ReadableStream.from((async function*() { yield 1; yield 2; })())),
  read('pull', new ReadableStream({ pull(c) { c.enqueue(1); c.close(); } })),
]).then(() => { running = false; });
