const collect = async (stream) => {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
};
(async () => {
  console.log(await collect(ReadableStream.from([1, 2, 3])));
  console.log(await collect(ReadableStream.from('hé!')));
  console.log(await collect(ReadableStream.from(new Map([['k', 'v']]))));
  console.log(await collect(ReadableStream.from([Promise.resolve('late'), 'now'])));
  console.log(await collect(ReadableStream.from((async function*() { yield 'x'; yield 'y'; })())));
  console.log(await collect(ReadableStream.from(ReadableStream.from(['nested']))));
  for (const bad of [5, true, {}, { [Symbol.asyncIterator]: () => 5 }]) {
    try { ReadableStream.from(bad); } catch (error) { console.log(error.name, error.code, error.message); }
  }
  await collect(ReadableStream.from([1, Promise.reject(new Error('inside'))])).catch((e) => console.log(e.message));
})();
