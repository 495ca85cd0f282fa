process.on('uncaughtException', (error) => console.log('caught', error.message));
setImmediate(() => console.log('one'));
setImmediate(() => { throw new Error('two'); });
setImmediate(() => console.log('three'));
setImmediate(() => console.log('four'));
