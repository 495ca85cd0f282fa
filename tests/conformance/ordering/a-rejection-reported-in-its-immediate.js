process.on('unhandledRejection', (reason) => console.log('unhandled', reason));
setImmediate(() => { Promise.reject('one'); process.nextTick(() => console.log('tick one')); });
setImmediate(() => { console.log('two'); });
