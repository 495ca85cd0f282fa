setTimeout(() => console.log('timeout'), 1);
setImmediate(() => console.log('immediate'));
const end = performance.now() + 10;
while (performance.now() < end);
