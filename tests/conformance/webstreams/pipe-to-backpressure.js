// The source is pulled no faster than the sink takes.
let made = 0;
const source = new ReadableStream({
  pull(controller) {
    console.log('made', ++made);
    controller.enqueue(made);
    if (made === 6) controller.close();
  },
}, { highWaterMark: 1 });
const sink = new WritableStream({
  write(chunk) { console.log('takes', chunk); return new Promise((resolve) => setTimeout(resolve, 2)); },
}, { highWaterMark: 2 });
source.pipeTo(sink).then(() => console.log('done'));
