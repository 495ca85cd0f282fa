process.on('uncaughtException', (error) => console.log('caught', error.message));
queueMicrotask(() => { throw new Error('microtask'); });
queueMicrotask(() => console.log('next microtask'));
process.nextTick(() => console.log('tick'));
