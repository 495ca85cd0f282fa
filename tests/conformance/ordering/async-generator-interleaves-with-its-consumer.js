async function* count() {
  for (let i = 1; i <= 3; i++) {
    console.log('yielding', i);
    yield i;
  }
  console.log('generator ends');
}
(async () => {
  for await (const n of count()) console.log('got', n);
  console.log('loop ends');
})();
Promise.resolve().then(() => console.log('job 1')).then(() => console.log('job 2')).then(() => console.log('job 3'));
