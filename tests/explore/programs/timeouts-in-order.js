setTimeout(() => console.log('one'), 1);
setTimeout(() => console.log('two'), 2);
setTimeout(() => console.log('three'), 3);
