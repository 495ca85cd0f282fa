// A pipe's steps among ticks, microtasks and immediates.
const source = new ReadableStream({
  start(controller) { for (const x of ['a', 'b', 'c']) controller.enqueue(x); controller.close(); },
});
const sink = new WritableStream({
  write(chunk) { console.log('write', chunk); process.nextTick(() => console.log('tick after', chunk)); },
  close() { console.log('close'); },
});
setImmediate(() => console.log('immediate'));
process.nextTick(() => console.log('tick'));
source.pipeTo(sink).then((value) => console.log('piped', value, source.locked, sink.locked));
console.log(source.locked, sink.locked);
let n = 0;
(function count() { if (n < 30) Promise.resolve().then(() => { console.log('microtask', ++n); count(); }); })();
