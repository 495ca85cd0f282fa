const { default: path } = await import('node:path');
console.log(path.basename('/a/b.txt'));
process.nextTick(() => console.log('tick'));
queueMicrotask(() => console.log('microtask'));
await 0;
console.log('resumed');
