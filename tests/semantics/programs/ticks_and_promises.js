// The quiz without its race, and queues that feed each other.
setTimeout(() => {
  console.log('timeout');
  process.nextTick(() => {
    console.log('tick of timeout');
    Promise.resolve().then(() => {
      console.log('promise of tick');
      process.nextTick(() => console.log('tick of promise'));
    });
  });
}, 0);
Promise.resolve().then(() => console.log('promise')).then(() => console.log('promise of promise'));
process.nextTick(() => console.log('tick'));
async function f() {
  console.log('async function');
  await null;
  console.log('after await');
  await new Promise((resolve) => setImmediate(resolve));
  console.log('after an immediate');
}
f().then(() => console.log('async function done'));
console.log('main');
