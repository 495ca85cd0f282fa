// Cancelling calls the iterator's return(), unless it has not begun.
const source = (name) => (async function*() {
  try { yield 1; yield 2; } finally { console.log(name, 'finally'); }
})();
const begun = ReadableStream.from(source('begun'));
const reader = begun.getReader();
reader.read().then(async ({ value }) => {
  console.log(value);
  await reader.cancel('stop');
  console.log('cancelled');
});
ReadableStream.from(source('untouched')).cancel().then(() => console.log('untouched cancelled'));
const iterator = {
  next: async () => ({ value: 'n', done: false }),
  return: async (reason) => { console.log('return', reason); return {}; },
  [Symbol.asyncIterator]() { return this; },
};
ReadableStream.from(iterator).cancel('because').then(() => console.log('own iterator cancelled'));
