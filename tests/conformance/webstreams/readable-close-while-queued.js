// close() lets what is queued be read first; enqueue() is refused at once.
const stream = new ReadableStream({
  start(controller) {
    controller.enqueue('a');
    controller.enqueue('b');
    controller.close();
    console.log(controller.desiredSize);
    try { controller.enqueue('c'); } catch (error) { console.log(error.code, error.message); }
    try { controller.close(); } catch (error) { console.log(error.code, error.message); }
  },
});
const reader = stream.getReader();
reader.closed.then(() => console.log('closed'));
(async () => {
  for (let i = 0; i < 3; i++) console.log(await reader.read());
  console.log(stream);
})();
