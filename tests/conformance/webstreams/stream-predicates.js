const { isReadable, isErrored, isDisturbed, isWritable, isDestroyed } = require('stream');
const show = (name, stream) => console.log(name, isReadable(stream), isErrored(stream), isDisturbed(stream), isWritable(stream), isDestroyed(stream));
const stream = ReadableStream.from(['x']);
show('new', stream);
const reader = stream.getReader();
show('locked', stream);
(async () => {
  await reader.read();
  show('read', stream);
  await reader.read();
  show('closed', stream);
  const errored = new ReadableStream({ start(controller) { controller.error(1); } });
  show('errored', errored);
  const cancelled = new ReadableStream();
  cancelled.cancel();
  show('cancelled', cancelled);
  show('writable', new WritableStream());
  show('transform', new TransformStream());
})();
