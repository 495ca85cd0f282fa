setTimeout(() => console.log('three'), 3);
setTimeout(() => console.log('two'), 2);
