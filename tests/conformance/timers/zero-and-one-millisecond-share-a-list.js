setTimeout(() => console.log('first, 1'), 1);
setTimeout(() => console.log('second, 0'), 0);
setTimeout(() => console.log('third, 1'), 1);
