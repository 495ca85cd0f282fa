// What start() throws is the constructor's; a rejection is the stream's error.
try {
  new ReadableStream({ start() { throw new RangeError('no'); } });
} catch (error) {
  console.log('thrown', error.name, error.message);
}
const stream = new ReadableStream({ start() { return Promise.reject(new Error('later')); } });
stream.getReader().read().catch((error) => console.log('read', error.message));
