process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
Promise.reject('a');
Promise.resolve().then(() => console.log('job 1')).then(() => console.log('job 2'));
process.nextTick(() => { console.log('tick'); process.nextTick(() => console.log('tick of tick')); });
setImmediate(() => console.log('immediate'));
