process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('job 1')).then(() => console.log('job 2'));
await null;
console.log('after await 1');
await null;
console.log('after await 2');
