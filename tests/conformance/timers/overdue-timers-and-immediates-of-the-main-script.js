setTimeout(() => console.log('timeout 1'), 1);
setTimeout(() => console.log('timeout 2'), 2);
setImmediate(() => console.log('immediate'));
const end = performance.now() + 10;
while (performance.now() < end);
