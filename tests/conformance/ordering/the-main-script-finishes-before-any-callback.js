process.nextTick(() => console.log('tick'));
queueMicrotask(() => console.log('microtask'));
setImmediate(() => console.log('immediate'));
for (let i = 0; i < 3; i++) console.log('sync', i);
