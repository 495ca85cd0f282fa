// A byte stream takes the memory it is given; others pass chunks as they are.
let controller;
new ReadableStream({ type: 'bytes', start(given) { controller = given; } });
const chunk = new Uint8Array([1, 2, 3]);
controller.enqueue(chunk);
console.log(chunk.byteLength, chunk.buffer.byteLength);
try { controller.enqueue(chunk); } catch (error) { console.log(error.code, error.message); }
let plain;
const stream = new ReadableStream({ start(given) { plain = given; } });
const kept = new Uint8Array([4]);
plain.enqueue(kept);
stream.getReader().read().then(({ value }) => console.log(value === kept, kept));
