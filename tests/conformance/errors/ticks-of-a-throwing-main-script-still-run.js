process.on('uncaughtException', (error) => console.log('caught', error.message));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('job'));
setImmediate(() => console.log('immediate'));
throw new Error('main');
