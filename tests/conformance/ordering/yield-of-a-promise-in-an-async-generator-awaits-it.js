async function* generator() {
  yield Promise.resolve('awaited');
  try {
    yield Promise.reject(new Error('bad'));
  } catch (error) {
    console.log('inside', error.message);
  }
  yield* [Promise.resolve('delegated')];
}
(async () => {
  for await (const value of generator()) console.log(value);
})();
