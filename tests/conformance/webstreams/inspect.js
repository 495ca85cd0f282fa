const { inspect } = require('util');
const readable = new ReadableStream();
const reader = readable.getReader();
const bytes = new ReadableStream({ type: 'bytes', start(controller) { console.log(controller); } });
const byob = bytes.getReader({ mode: 'byob' });
const writable = new WritableStream({ start(controller) { console.log(controller); } });
const writer = writable.getWriter();
const transform = new TransformStream({ start(controller) { console.log(controller); } });
for (const value of [readable, reader, bytes, byob, writable, writer, transform, new TextEncoderStream(), new TextDecoderStream(),
                     new ByteLengthQueuingStrategy({ highWaterMark: 5 }), new CountQueuingStrategy({ highWaterMark: 5 }),
                     readable.locked]) {
  console.log(value);
}
console.log(inspect(reader, { depth: 0 }), inspect({ a: { b: { c: readable } } }, { depth: 1 }));
console.log(String(readable), Object.prototype.toString.call(writer), ReadableStream, ReadableStream.name, ReadableStream.length);
console.log([readable, { writable }]);
for (const depth of [0, 1, -1]) console.log(inspect(transform, { depth }), inspect({ a: transform }, { depth }));
