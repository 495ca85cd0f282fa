console.log('start');
setTimeout(() => console.log('5 ms'), 5);
await new Promise((resolve) => setTimeout(resolve, 20));
console.log('20 ms');
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise'));
