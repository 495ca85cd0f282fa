const getter = (Class, name) => Object.getOwnPropertyDescriptor(Class.prototype, name).get;
const attempts = [
  () => getter(ReadableStream, 'locked').call({}),
  () => ReadableStream.prototype.getReader.call({}),
  () => ReadableStream.prototype.tee.call({}),
  () => getter(WritableStream, 'locked').call({}),
  () => WritableStream.prototype.getWriter.call({}),
  () => getter(TransformStream, 'readable').call({}),
  () => getter(CountQueuingStrategy, 'size').call({}),
  () => getter(ByteLengthQueuingStrategy, 'highWaterMark').call({}),
  () => getter(WritableStreamDefaultWriter, 'desiredSize').call({}),
  () => ReadableStreamDefaultReader.prototype.releaseLock.call({}),
  () => getter(TextEncoderStream, 'encoding').call({}),
  () => getter(CompressionStream, 'readable').call({}),
];
for (const attempt of attempts) {
  try { console.log(attempt()); } catch (error) { console.log(error.name, error.code, error.message); }
}
(async () => {
  for (const promise of [ReadableStream.prototype.cancel.call({}), ReadableStream.prototype.pipeTo.call({}),
                         ReadableStreamDefaultReader.prototype.read.call({}),
                         ReadableStreamBYOBReader.prototype.read.call({}),
                         getter(ReadableStreamDefaultReader, 'closed').call({}),
                         WritableStream.prototype.abort.call({}), WritableStream.prototype.close.call({}),
                         WritableStreamDefaultWriter.prototype.write.call({}),
                         getter(WritableStreamDefaultWriter, 'ready').call({})]) {
    await promise.catch((error) => console.log(error.name, error.code, error.message));
  }
})();
const { custom } = require('util').inspect;
for (const Class of [TextEncoderStream, TextDecoderStream]) {
  try { Class.prototype[custom].call(); } catch (error) { console.log(error.name, error.code, error.message); }
}
