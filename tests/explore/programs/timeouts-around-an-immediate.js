setTimeout(() => console.log('one'), 1);
setTimeout(() => console.log('two'), 2);
setImmediate(() => console.log('immediate'));
