const stream = new TransformStream({
  transform(chunk, controller) {
    controller.enqueue(chunk);
    if (chunk === 2) controller.terminate();
  },
  flush() { console.log('never'); },
});
const writer = stream.writable.getWriter();
for (const chunk of [1, 2, 3]) writer.write(chunk).then(() => console.log('ok', chunk), (e) => console.log(chunk, e.code, e.message));
writer.closed.catch((error) => console.log('closed', error.message));
(async () => { for await (const chunk of stream.readable) console.log('read', chunk); console.log('end'); })();
