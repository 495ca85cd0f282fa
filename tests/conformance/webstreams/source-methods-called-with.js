// `this` and the arguments of the program's methods.
const source = {
  name: 'source',
  start(...args) { console.log('start', this.name, args.length, args[0].constructor.name); },
  pull(...args) { console.log('pull', this.name, args.length); args[0].close(); },
};
new ReadableStream(source);
const cancelled = { cancel(...args) { console.log('cancel', this === cancelled, args); } };
new ReadableStream(cancelled).cancel();
const sink = {
  write(...args) { console.log('write', this === sink, args.length, args[0]); },
  close(...args) { console.log('close', this === sink, args.length); },
};
const writer = new WritableStream(sink).getWriter();
writer.write();
writer.close();
const aborted = { abort(...args) { console.log('abort', this === aborted, args); } };
new WritableStream(aborted).abort('why');
// Methods are looked up once, when the stream is made.
const late = { pull() { console.log('the first'); } };
new ReadableStream(late);
late.pull = () => console.log('the second');
const strategy = { highWaterMark: 2, size() { console.log("size", this === globalThis, arguments.length); return 1; } };
new ReadableStream({ start(controller) { controller.enqueue('x'); } }, strategy);
