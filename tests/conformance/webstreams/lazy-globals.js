// Accessors that become ordinary properties when first used.
const show = () => {
  const { get, set, value, enumerable, configurable, writable } = Object.getOwnPropertyDescriptor(globalThis, 'TransformStream');
  console.log(get?.name, set?.name, typeof value, enumerable, configurable, writable);
};
show();
console.log('ReadableStream' in globalThis, Object.keys(globalThis).includes('ReadableStream'));
console.log(Object.getOwnPropertyNames(globalThis).includes('CompressionStream'));
TransformStream;
show();
WritableStream = 5;
console.log(WritableStream, typeof require('stream/web').WritableStream);
console.log(typeof ByteLengthQueuingStrategy, delete globalThis.CountQueuingStrategy, typeof CountQueuingStrategy);
