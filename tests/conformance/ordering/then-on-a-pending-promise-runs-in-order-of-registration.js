let settle;
const promise = new Promise((resolve) => { settle = resolve; });
promise.then(() => console.log('first'));
promise.then(() => console.log('second'));
process.nextTick(() => {
  promise.then(() => console.log('third'));
  settle();
  console.log('settled');
});
