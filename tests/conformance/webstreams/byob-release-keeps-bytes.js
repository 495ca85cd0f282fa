// What a reader that goes left half filled is not lost.
let controller;
const stream = new ReadableStream({ type: 'bytes', start(given) { controller = given; } });
const first = stream.getReader({ mode: 'byob' });
first.read(new Uint32Array(1)).catch((error) => console.log('first', error.message));
const { byobRequest } = controller;
byobRequest.view[0] = 9;
first.releaseLock();
byobRequest.respond(1);
const second = stream.getReader();
second.read().then((result) => console.log('second', result));
