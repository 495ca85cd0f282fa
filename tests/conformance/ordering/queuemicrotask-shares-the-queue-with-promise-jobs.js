queueMicrotask(() => console.log('microtask 1'));
Promise.resolve().then(() => console.log('job 1'));
queueMicrotask(() => console.log('microtask 2'));
Promise.resolve().then(() => console.log('job 2'));
